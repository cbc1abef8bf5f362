import numpy as np
import tensorflow as tf


def network(x, reuse=False):
    with tf.variable_scope("network", reuse=reuse):
        w = tf.get_variable("w", [3, 4], initializer=tf.constant_initializer(np.arange(12.0).reshape(3, 4)))
        h = tf.matmul(x, w)
        h = tf.contrib.layers.batch_norm(h, decay=0.9, scale=True, is_training=True, scope="norm")
        return tf.nn.relu(h)


x = tf.placeholder(tf.float32, [None, 3])
h = network(x)
out = tf.layers.batch_normalization(h[:, :3] * x, momentum=0.5, training=True)
fixed = tf.layers.batch_normalization(network(x * x, reuse=True), epsilon=0.01)
loss = tf.reduce_mean(tf.square(out - 1.0)) + tf.reduce_mean(fixed)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
data = np.random.RandomState(1).rand(5, 3)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(5):
        _, cost = sess.run([train, loss], {x: data})
        print("%.4f" % cost)
    print(np.round(sess.run(fixed, {x: data}), 3))
