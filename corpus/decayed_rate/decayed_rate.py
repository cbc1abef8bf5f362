"""Learning rates that decay with the global step: exponentially, in stairs, and piece by piece."""
import numpy as np
import tensorflow as tf

np.random.seed(14)
data = np.random.randn(40, 3).astype(np.float32)
truth = data.dot([[1.], [2.], [3.]]).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(np.zeros((3, 1), np.float32))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))

global_step = tf.Variable(0, trainable=False)
starter_learning_rate = 0.1
learning_rate = tf.train.exponential_decay(starter_learning_rate, global_step, 5, 0.7, staircase=True)
train_step = tf.train.GradientDescentOptimizer(learning_rate).minimize(loss, global_step=global_step)

later_step = tf.Variable(0, trainable=False)
pieces = tf.train.piecewise_constant(later_step, [3, 6], [0.05, 0.02, 0.01])
later = tf.train.MomentumOptimizer(pieces, 0.5).minimize(loss, global_step=later_step)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(14):
        _, value, rate, step = sess.run([train_step, loss, learning_rate, global_step], {x: data, y: truth})
        if i % 4 == 0:
            print('%d: loss %.5f, rate %.4f' % (step, value, rate))
    for i in range(9):
        sess.run(later, {x: data, y: truth})
    print('loss %.6f' % sess.run(loss, {x: data, y: truth}), 'after', sess.run(global_step), sess.run(later_step))
    print('rates %.4f %.4f' % tuple(sess.run([learning_rate, pieces])))
