"""Training in one graph, the use of what was trained in another: the weights travel through a checkpoint."""
import os
import tempfile

import numpy as np
import tensorflow as tf

np.random.seed(83)
save_path = os.path.join(tempfile.mkdtemp(), 'params')
x = np.linspace(-1, 1, 60)[:, np.newaxis]
y = np.power(x, 2) + np.random.normal(0, 0.05, size=x.shape)
start = np.random.normal(0, 0.6, (1, 8)).astype(np.float32)

tf_x = tf.placeholder(tf.float32, x.shape)
tf_y = tf.placeholder(tf.float32, y.shape)
W1 = tf.Variable(start, name='W1')
b1 = tf.Variable(tf.fill([8], 0.1), name='b1')
W2 = tf.Variable(start.T * 0.5, name='W2')
o = tf.matmul(tf.nn.relu(tf.matmul(tf_x, W1) + b1), W2)
loss = tf.reduce_mean(tf.square(o - tf_y))
train_op = tf.train.GradientDescentOptimizer(learning_rate=0.2).minimize(loss)
saver = tf.train.Saver({'W1': W1, 'hidden_bias': b1, 'W2': W2})

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(20):
        sess.run(train_op, {tf_x: x, tf_y: y})
    path = saver.save(sess, save_path, write_meta_graph=False)
    print('saved as', os.path.basename(path), '%.5f' % sess.run(loss, {tf_x: x, tf_y: y}))
    # on into the wrong direction, and back
    sess.run(W2.assign(tf.zeros([8, 1])))
    print('spoiled %.5f' % sess.run(loss, {tf_x: x, tf_y: y}))
    saver.restore(sess, save_path)
    print('back %.5f' % sess.run(loss, {tf_x: x, tf_y: y}))
