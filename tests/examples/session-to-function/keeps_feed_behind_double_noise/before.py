import tensorflow as tf

x = tf.placeholder(tf.float64, [2, 3])
noise = tf.random_normal((2, 3), 0, 1, tf.float64)
code = x + noise
out = tf.reduce_sum(code, 1)

with tf.Session() as sess:
    print(sess.run(out, {code: [[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]]}))
