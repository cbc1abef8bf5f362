"""One of several optimizers, by an index."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - 1.0))
opts = [tf.train.AdamOptimizer(0.1), tf.train.GradientDescentOptimizer(0.1)]
opt = opts[len('a')]
train = opt.minimize(loss)
direct = (tf.train.AdamOptimizer(0.1) if len(opts) > 2 else tf.train.GradientDescentOptimizer(0.2)).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        print('%.4f' % sess.run([train, loss], {x: np.ones((2, 2))})[1])
    print('%.4f' % sess.run([direct, loss], {x: np.ones((2, 2))})[1])
    print('%.4f' % sess.run(loss, {x: np.ones((2, 2))}))
