import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))

tf.reset_default_graph()
a = tf.placeholder(tf.float32, [])
b = a + 2.0
with tf.Session() as sess:
    print(sess.run(b, {a: 1.0}))
