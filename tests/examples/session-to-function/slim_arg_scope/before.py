import numpy as np
import tensorflow as tf
import tensorflow.contrib.slim as slim

x = tf.placeholder(tf.float32, [None, 8, 8, 1])
labels = tf.placeholder(tf.int64, [None])
decay = 0.01

with slim.arg_scope(
    [slim.conv2d, slim.fully_connected],
    activation_fn=tf.nn.elu,  # everywhere
    weights_regularizer=slim.l2_regularizer(decay),
):
    # Inside, nothing is padded.
    with tf.variable_scope("inside"), slim.arg_scope([slim.conv2d, slim.max_pool2d], padding="VALID"):
        net = slim.conv2d(x, 4, 3, scope="conv1")
        net = slim.max_pool2d(net, 2, padding="SAME")
    net = slim.flatten(net)
    logits = slim.fully_connected(net, 3, activation_fn=None, scope="logits")
    # the end of the network

slim.losses.sparse_softmax_cross_entropy(logits, labels)
total = slim.losses.get_total_loss()
train = tf.train.GradientDescentOptimizer(0.1).minimize(total)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, cost = sess.run([train, total], {x: np.ones((2, 8, 8, 1)), labels: [0, 2]})
        print(cost)
