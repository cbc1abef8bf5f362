import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

feed = {x: rows}
sess = tf.Session()


def show():
    print(sess.run(total, feed_dict=feed))


feed[y] = 3.0
show()
