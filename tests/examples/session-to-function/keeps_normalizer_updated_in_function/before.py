import numpy as np
import tensorflow as tf
from tensorflow.contrib import slim


def small_arg_scope(is_training=True, weight_decay=0.0005):
    """What the layers have in common."""
    norm_params = {"is_training": is_training, "decay": 0.9, "updates_collections": None}
    with slim.arg_scope([slim.conv2d], normalizer_fn=slim.batch_norm, normalizer_params=norm_params):
        with slim.arg_scope([slim.batch_norm], epsilon=0.01):
            with slim.arg_scope(
                [slim.conv2d, slim.fully_connected], weights_regularizer=slim.l2_regularizer(weight_decay)
            ) as scope:
                return scope


def small(inputs):
    net = slim.conv2d(inputs, 4, 3, scope="conv1")
    net = slim.flatten(net)
    return slim.fully_connected(net, 3, activation_fn=None, scope="logits")


x = tf.placeholder(tf.float32, [None, 8, 8, 1])
labels = tf.placeholder(tf.int64, [None])
with slim.arg_scope(small_arg_scope(weight_decay=0.01)):
    logits = small(x)
loss = slim.losses.sparse_softmax_cross_entropy(logits, labels)
total = slim.losses.get_total_loss()
train = tf.train.GradientDescentOptimizer(0.1).minimize(total)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, cost = sess.run([train, total], {x: np.ones((2, 8, 8, 1)), labels: [0, 2]})
        print(cost)
