import os

import tensorflow as tf

logits = tf.placeholder(tf.float32, [2, 6, 3])
targets = tf.placeholder(tf.int32, [2, 6])
weights = tf.placeholder(tf.float32, [2, 6])


def sequence_cost(logits, mask):
    with tf.name_scope("cost"):
        return tf.contrib.seq2seq.sequence_loss(
            logits=logits,  # [batch, time, classes]
            targets=targets, weights=mask[:, :4])


cost = sequence_cost(logits[:, :4], weights)
whole = 2.0 * tf.contrib.seq2seq.sequence_loss(logits, targets, weights)

with tf.Session() as sess:
    if tf.train.checkpoint_exists("model") and not tf.train.checkpoint_exists(os.curdir + "/other"):
        print("there are files of a model")
    print(sess.run([cost, whole], {logits: [[[1.0, 2.0, 3.0]] * 6] * 2, targets: [[2] * 6] * 2, weights: [[1.0] * 6] * 2}))
