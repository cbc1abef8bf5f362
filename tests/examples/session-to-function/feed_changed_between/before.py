import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

def stir(array):
    array += 1
    return array


with tf.Session() as sess:
    for step in range(3):
        feed = {x: rows[step:], y: float(len(rows))}
        feed[scale] = 1.0 / (1 + step)
        if step == 1:
            rows = rows[1:]
            feed[y] = 4.0
        print(sess.run(total, feed_dict=feed))
        feed = {x: rows[0:1], y: stir(rows)[0]}
        feed[y] = feed[y] + 1
        print(sess.run(total, feed_dict=feed))
        feed = {x: rows[0:1]}
        feed[y] = 1.0
        stir(rows)
        print(total.eval(feed))
