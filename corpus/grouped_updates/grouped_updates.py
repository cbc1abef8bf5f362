"""Several updates that are one: optimizers for parts of a network in a group, and a counter that comes after."""
import numpy as np
import tensorflow as tf

np.random.seed(60)
tf.set_random_seed(60)
data = np.random.randn(40, 5).astype(np.float32)
kinds = (data[:, 0] + data[:, 1] > 0).astype(np.float32).reshape(-1, 1)

x = tf.placeholder(tf.float32, [None, 5])
y = tf.placeholder(tf.float32, [None, 1])
with tf.variable_scope('wide'):
    w_wide = tf.get_variable('w', [5, 1], initializer=tf.zeros_initializer())
with tf.variable_scope('deep'):
    w1 = tf.get_variable('w1', [5, 6], initializer=tf.random_uniform_initializer(-0.5, 0.5))
    w2 = tf.get_variable('w2', [6, 1], initializer=tf.random_uniform_initializer(-0.5, 0.5))
logits = tf.matmul(x, w_wide) + tf.matmul(tf.tanh(tf.matmul(x, w1)), w2)
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))

wide_vars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, 'wide')
deep_vars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, 'deep')
train_wide = tf.train.FtrlOptimizer(0.1, l1_regularization_strength=0.01).minimize(loss, var_list=wide_vars)
train_deep = tf.train.AdagradOptimizer(0.05).minimize(loss, var_list=deep_vars)
train_op = tf.group(train_wide, train_deep)

seen = tf.Variable(0, trainable=False)
with tf.control_dependencies([train_op]):
    count = tf.assign_add(seen, tf.shape(x)[0])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(10):
        rows = slice(i % 4 * 10, i % 4 * 10 + 10)
        sess.run(count, feed_dict={x: data[rows], y: kinds[rows]})
        if i % 3 == 0:
            print(i, '%.4f' % sess.run(loss, feed_dict={x: data, y: kinds}))
    print('seen', sess.run(seen))
    print(np.round(sess.run(w_wide).ravel(), 3))
