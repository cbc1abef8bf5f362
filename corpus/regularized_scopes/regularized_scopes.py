"""Penalties that scopes give their variables, collected for the loss."""
import numpy as np
import tensorflow as tf

np.random.seed(44)
tf.set_random_seed(44)
data = np.random.randn(50, 6).astype(np.float32)
kinds = (data[:, 0] > 0).astype(np.int32) + (data[:, 1] > 1)

x = tf.placeholder(tf.float32, [None, 6])
y = tf.placeholder(tf.int32, [None])
regularizer = tf.contrib.layers.l2_regularizer(scale=0.01)

with tf.variable_scope('fc', initializer=tf.truncated_normal_initializer(stddev=0.3), regularizer=regularizer):
    w1 = tf.get_variable('w1', [6, 8])
    w2 = tf.get_variable('w2', [8, 3])
logits = tf.matmul(tf.nn.relu(tf.matmul(x, w1)), w2)
data_loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits))
penalties = tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)
loss = data_loss + tf.add_n(penalties)
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(12):
        _, both, plain = sess.run([train, loss, data_loss], {x: data, y: kinds})
        if i % 4 == 0:
            print(i, '%.4f of which %.4f' % (both, both - plain))
