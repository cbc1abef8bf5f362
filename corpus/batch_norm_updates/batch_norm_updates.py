"""Batch normalization as the manual says: its updates run with every training step."""
import numpy as np
import tensorflow as tf

np.random.seed(70)
tf.set_random_seed(70)
data = (np.random.randn(64, 5) * [1, 5, 0.1, 3, 1] + [0, 2, 1, -4, 0]).astype(np.float32)
kinds = (data[:, 1] - data[:, 3] > 6).astype(np.int64)

x = tf.placeholder(tf.float32, [None, 5], name='x')
y = tf.placeholder(tf.int64, [None], name='y')
is_training = tf.placeholder(tf.bool, name='is_training')

net = tf.layers.batch_normalization(x, training=is_training, name='bn0')
net = tf.layers.dense(net, 8, name='fc1')
net = tf.layers.batch_normalization(net, momentum=0.9, training=is_training, name='bn1')
net = tf.nn.relu(net)
logits = tf.layers.dense(net, 2, name='fc2')
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits))

update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
with tf.control_dependencies(update_ops):
    train_op = tf.train.AdamOptimizer(0.02).minimize(loss)
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.argmax(logits, 1), y), tf.float32))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(16):
        rows = np.random.choice(64, 16, replace=False)
        _, value = sess.run([train_op, loss], {x: data[rows], y: kinds[rows], is_training: True})
        if step % 5 == 0:
            right = sess.run(accuracy, {x: data, y: kinds, is_training: False})
            print('step %d loss %.4f right %.3f' % (step, value, right))
    print('loss %.4f' % sess.run(loss, {x: data, y: kinds, is_training: False}))
