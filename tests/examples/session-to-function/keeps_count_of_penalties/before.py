import sys

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.get_variable("w", [2, 1], regularizer=tf.contrib.layers.l2_regularizer(float(sys.argv[1])))
penalties = tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)
print(len(penalties))
loss = tf.reduce_mean(tf.matmul(x, w)) + tf.add_n(penalties)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
