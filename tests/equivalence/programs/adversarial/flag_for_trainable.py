"""Variables that are trained or not, as their maker is told."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
freeze = True


def weight(shape, name, train=True):
    return tf.get_variable(name, shape, initializer=tf.ones_initializer(), trainable=train)


def layer(x, scope, train):
    with tf.variable_scope(scope):
        w = tf.get_variable('w', [2, 2], initializer=tf.constant_initializer(0.5), trainable=train)
        u = tf.Variable(tf.ones([2]), False)
        return tf.matmul(x, w) * u


w = weight([2, 1], 'w')
v = weight([2, 1], 'v', train=False)
c = tf.Variable(2.0, trainable=not freeze)
out = layer(layer(x, 'first', False), 'second', True)
loss = tf.reduce_mean(tf.square(tf.matmul(out, w + v) - c))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, value = sess.run([train, loss], {x: np.ones((2, 2))})
        print('%.5f' % value)
    print(np.round(sess.run(w), 5).tolist(), np.round(sess.run([v, v]), 5).tolist(), '%.1f' % sess.run(c))
    print(np.round(sess.run(out, {x: [[1, 0]]}), 5).tolist())
