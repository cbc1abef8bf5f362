import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
keep = tf.placeholder(tf.float32)
total = tf.reduce_sum(x) * y * keep
half = total / 2
rows = np.arange(6.0)

w = tf.Variable(1.0)
grow = tf.assign_add(w, total)
fetches = [grow, total]
feed = {x: rows, y: 1.0, keep: 2.0}
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(2):
        print(sess.run(fetches, feed_dict=feed))
        _, value = sess.run(fetches, feed_dict=feed)
        print(value)
