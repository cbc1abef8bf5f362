import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
a = x[:, 1:3]
b = x[..., tf.newaxis]
c = x[0, -1]
with tf.Session() as sess:
    r = sess.run([a, b, c], {x: [[1.0, 2.0, 3.0, 4.0]]})
    print(r[0], r[1].shape, r[2])
