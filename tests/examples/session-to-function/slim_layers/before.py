import numpy as np
import tensorflow as tf
import tensorflow.contrib.slim as slim

x = tf.placeholder(tf.float32, [None, 8, 8, 1])
labels = tf.placeholder(tf.int64, [None])

# Two convolutions; the second one has no bias.
net = slim.conv2d(x, 4, 3, scope="conv1")
net = slim.max_pool2d(net, 2)
net = slim.conv2d(net, 4, [3, 3], stride=2, padding="VALID", activation_fn=None, biases_initializer=None)
net = slim.flatten(net)
hidden = slim.fully_connected(net, 6, weights_regularizer=slim.l2_regularizer(0.01))
logits = slim.fully_connected(hidden, 3, activation_fn=None, scope="logits")
loss = slim.losses.sparse_softmax_cross_entropy(logits, labels)
total = slim.losses.get_total_loss()
train = tf.train.GradientDescentOptimizer(0.1).minimize(total)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, cost = sess.run([train, total], {x: np.ones((2, 8, 8, 1)), labels: [0, 2]})
        print(cost)
