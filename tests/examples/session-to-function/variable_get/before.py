import numpy as np
import tensorflow as tf

n_in, n_out = 3, 2
table = np.arange(6, dtype=np.float32).reshape(n_in, n_out)
w = tf.get_variable("w", [n_in, n_out], initializer=tf.constant_initializer(0.5))
b = tf.get_variable("b", shape=[n_out], initializer=tf.zeros_initializer())
c = tf.get_variable("c", [n_out], tf.float32, tf.ones_initializer)
d = tf.get_variable("d", initializer=tf.constant(table))
step = tf.get_variable("step", [], dtype=tf.int32, initializer=tf.zeros_initializer(), trainable=False)
e = tf.get_variable("e", [n_in, n_out], initializer=tf.truncated_normal_initializer(stddev=0.0))
out = tf.reduce_sum(w + d + e, 0) + b + c

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(out), sess.run(step))
