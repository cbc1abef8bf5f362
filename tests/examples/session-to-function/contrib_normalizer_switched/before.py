import numpy as np
import tensorflow as tf
from tensorflow.contrib.layers import batch_norm, dropout, fully_connected

x = tf.placeholder(tf.float32, [None, 4])
labels = tf.placeholder(tf.int64, [None])
is_training = tf.placeholder(tf.bool, [])
keep = tf.placeholder(tf.float32)
norm_params = {"is_training": is_training, "decay": 0.9, "updates_collections": None}
hidden = fully_connected(
    x, 6, activation_fn=tf.nn.elu, normalizer_fn=batch_norm, normalizer_params=norm_params, scope="hidden"
)
hidden = dropout(hidden, 0.8, is_training=is_training)
hidden = dropout(hidden, keep)
logits = fully_connected(hidden, 3, activation_fn=None, normalizer_fn=None, scope="logits")
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    batch = np.arange(8.0).reshape(2, 4)
    for _ in range(3):
        sess.run(train, {x: batch, labels: [0, 2], is_training: True, keep: 0.9})
        print(sess.run(loss, {x: batch, labels: [0, 2], is_training: False, keep: 1.0}))
