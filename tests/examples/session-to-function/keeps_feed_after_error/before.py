import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

def price(step):
    if step == 2:
        raise ValueError
    return float(step)


with tf.Session() as sess:
    for step in range(3):
        try:
            feed = {x: rows + step, y: price(step)}
        except ValueError:
            pass
        print(sess.run(total, feed))
