import numpy as np
import tensorflow as tf

rng = np.random.RandomState(5)
data = rng.rand(320, 12).astype(np.float32)
target = (data[:, :1] > data[:, 1:2]).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 12])
y = tf.placeholder(tf.float32, [None, 1])
keep_prob = tf.placeholder(tf.float32)
hidden = tf.layers.dense(x, 16, activation=tf.nn.relu)
hidden = tf.nn.dropout(hidden, keep_prob)
hidden = tf.layers.dense(hidden, 16, activation=tf.nn.tanh)
hidden = tf.nn.dropout(hidden, keep_prob)
logits = tf.layers.dense(hidden, 1)
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))
global_step = tf.Variable(0, trainable=False, name="global_step")
train = tf.train.AdamOptimizer(1e-3).minimize(loss, global_step=global_step)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(10):
        rows = slice(32 * step, 32 * step + 32)
        feed = {x: data[rows], y: target[rows], keep_prob: 0.7}
        sess.run(train, feed_dict=feed)
        if step % 3 == 0:
            cost = sess.run(loss, feed_dict={x: data, y: target, keep_prob: 1.0})
            print("step", step, "loss", cost)
