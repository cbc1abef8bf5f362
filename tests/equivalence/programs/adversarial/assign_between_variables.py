import numpy as np
import tensorflow as tf

a = tf.Variable([1.0, 2.0])
b = tf.Variable([0.0, 0.0])
copy = b.assign(a)
soft = [tf.assign(t, 0.9 * t + 0.1 * s) for s, t in zip([a], [b])]
grow = tf.assign(a, a * 2)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(soft)
    print(sess.run(b))
    sess.run(grow)
    sess.run(copy)
    sess.run(grow)
    print(sess.run([a, b]))
