import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
print("built", y)

with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
