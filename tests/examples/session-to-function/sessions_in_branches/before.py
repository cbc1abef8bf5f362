import sys

import tensorflow as tf

w = tf.Variable([1.0, 2.0], name="w")
double = tf.assign(w, w * 2.0)
saver = tf.train.Saver()

if "train" in sys.argv:
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(double)
        saver.save(sess, "model")
else:
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        print(sess.run(w))

if "again" in sys.argv:
    with tf.Session() as sess:
        saver.restore(sess, "model")
        print(sess.run(double))
