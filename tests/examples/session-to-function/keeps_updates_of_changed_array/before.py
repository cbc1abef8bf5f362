import numpy as np
import tensorflow as tf

start = np.zeros(2, np.float32)
w = tf.Variable(tf.ones([2]))
b = tf.Variable(tf.ones([2]))
updates = []
updates.append(tf.assign(w, start))
start[0] = 5.0
updates.append(tf.assign(b, [3.0, 4.0]))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(updates)
    print(sess.run([w, b]))
