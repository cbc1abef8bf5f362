import sys

import tensorflow as tf

w = tf.Variable([1.0, 2.0], name="w")
double = tf.assign(w, w * 2.0)

if "train" in sys.argv:
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(double)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(w))
