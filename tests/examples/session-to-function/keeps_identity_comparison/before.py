import tensorflow as tf

x = tf.placeholder(tf.float32, [])
a = x + 1.0
b = x + 1.0
y = x * (2.0 if a == b else 3.0)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
