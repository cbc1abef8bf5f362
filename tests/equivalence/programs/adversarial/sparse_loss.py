import numpy as np
import tensorflow as tf

y = tf.placeholder(tf.int32, [None])
p = tf.placeholder(tf.float32, [None, 2])
a = tf.losses.sparse_softmax_cross_entropy(y, p)
b = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=p))
c = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=tf.one_hot(y, 2), logits=p))
k = tf.equal(tf.argmax(p, 1), tf.cast(y, tf.int64))
acc = tf.reduce_mean(tf.cast(k, tf.float32))
top = tf.nn.in_top_k(p, y, 1)
with tf.Session() as sess:
    print(sess.run([a, b, c, acc, top], {y: [0, 1], p: [[2.0, 0.1], [3.0, 0.3]]}))
