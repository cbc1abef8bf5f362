"""The optimizer is chosen by conditions of every kind: in branches, with the training in them, by an expression."""
import sys

import numpy as np
import tensorflow as tf

few = len(sys.argv) < 5
x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]))
v = tf.Variable(tf.ones([2, 1]))
u = tf.Variable(tf.ones([2, 1]))
r = tf.Variable(tf.ones([2, 1]))
steps = tf.Variable(0, trainable=False)
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - 1.0))
other = tf.reduce_mean(tf.square(tf.matmul(x, v) - 2.0))
third = tf.reduce_mean(tf.square(tf.matmul(x, u) - 3.0))
last = tf.reduce_mean(tf.square(tf.matmul(x, r) - 0.5))

kind = 'momentum' if few else 'adam'
if kind == 'adam':
    print('adam')
    opt = tf.train.AdamOptimizer(0.1)
elif kind == 'momentum':
    rate = 0.05  # slower
    opt = tf.train.MomentumOptimizer(rate, 0.9)  # with inertia
else:
    raise ValueError(kind)
train = opt.minimize(loss, global_step=steps)

if not few:
    # never
    train_other = tf.train.AdagradOptimizer(0.1).minimize(other)
else:
    train_other = tf.train.GradientDescentOptimizer(0.1).minimize(other)  # plain

third_opt = tf.train.AdamOptimizer(0.2) if few else tf.train.GradientDescentOptimizer(0.1)
pairs = third_opt.compute_gradients(third, var_list=[u])
train_third = third_opt.apply_gradients([(tf.clip_by_value(g, -1., 1.), p) for g, p in pairs])

final = tf.train.GradientDescentOptimizer(0.3)
if few:
    final = tf.train.RMSPropOptimizer(0.01)
train_last = final.minimize(last)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(4):
        found = sess.run([loss, other, third, last, train, train_other, train_third, train_last],
                         {x: np.ones((2, 2))})[:4]
        print(' '.join('%.4f' % each for each in found))
    print(sess.run(steps))
