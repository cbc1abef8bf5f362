import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x
for number in range(3):
    y = y + number

with tf.Session() as sess:
    print(sess.run(y, {x: 3.0}))
