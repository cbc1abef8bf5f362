import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
code = tf.tanh(x)
image = tf.sigmoid(code)

with tf.Session() as sess:
    a = sess.run(code, {x: [[1.0, 2.0]]})
    b = sess.run(image, {code: a})
    c = sess.run(image, {x: [[1.0, 2.0]]})
