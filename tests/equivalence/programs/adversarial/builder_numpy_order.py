import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def linear(x, n_in, n_out):
    W = tf.Variable(rng.rand(n_in, n_out).astype(np.float32))
    b = tf.Variable(rng.rand(n_out).astype(np.float32))
    return tf.matmul(x, W) + b

x = tf.placeholder(tf.float32, [None, 4])
out = linear(linear(x, 4, 3), 3, 2) + linear(x, 4, 2)

loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        _, c = sess.run([train, loss], {x: data})
        print(i, c)
    print(sess.run(out, {x: data})[:2])
