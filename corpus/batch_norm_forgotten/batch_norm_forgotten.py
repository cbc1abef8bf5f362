"""Batch normalization as most write it: nothing runs the updates, so the moving averages stay as they began."""
import numpy as np
import tensorflow as tf

np.random.seed(71)
tf.set_random_seed(71)
data = (np.random.randn(60, 4) * 3 + 1).astype(np.float32)
goal = np.tanh(data[:, :1] - data[:, 1:2]).astype(np.float32)

tf_x = tf.placeholder(tf.float32, [None, 4])
tf_y = tf.placeholder(tf.float32, [None, 1])
tf_is_train = tf.placeholder(tf.bool, None)

h = tf.layers.dense(tf_x, 10)
h = tf.layers.batch_normalization(h, momentum=0.4, training=tf_is_train)
h = tf.nn.tanh(h)
out = tf.layers.dense(h, 1)
loss = tf.losses.mean_squared_error(tf_y, out)
train = tf.train.AdamOptimizer(0.03).minimize(loss)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for epoch in range(6):
    for i in range(0, 60, 20):
        sess.run(train, {tf_x: data[i:i + 20], tf_y: goal[i:i + 20], tf_is_train: True})
    l, p = sess.run([loss, out], {tf_x: data, tf_y: goal, tf_is_train: False})
    print('epoch %d loss %.4f mean %.4f' % (epoch, l, p.mean()))
