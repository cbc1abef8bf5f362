"""A copy of a network that follows it, its variables listed by scope before anything has run."""
import numpy as np
import tensorflow as tf

TAU, width = 0.25, 3
x = tf.placeholder(tf.float32, [None, width])
y = tf.placeholder(tf.float32, [None, width])


def net(x, scope, trainable=True):
    with tf.variable_scope(scope):
        h = tf.layers.dense(x, 4, tf.nn.relu, kernel_initializer=tf.constant_initializer(0.5), trainable=trainable)
        w = tf.get_variable('w', [4, 1], initializer=tf.constant_initializer(-0.25), trainable=trainable)
        b = tf.get_variable('b', [1], initializer=tf.zeros_initializer(), trainable=False)
        return tf.matmul(h, w) + b


q = net(x, 'eval')
target = net(y, 'target', False)
e = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='eval')
t = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='target')
copy = [tf.assign(b, (1 - TAU) * b + TAU * a) for a, b in zip(e, t)]
loss = tf.reduce_mean(tf.square(q - target - 1.0))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    rows = np.array([[1., 2., 3.], [0., 1., -1.]])
    sess.run(copy)
    for i in range(4):
        _, value = sess.run([train, loss], {x: rows, y: rows + 1})
        print('%.5f' % value)
    print(np.round(sess.run(target, {y: rows}), 5).tolist())
    sess.run(copy)
    print(np.round(sess.run(target, {y: rows}), 5).tolist())
