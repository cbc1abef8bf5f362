import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

with tf.Session() as sess:
    for step in range(4):
        if step % 2 == 0:
            feed = {x: rows[step:], y: 2.0}
        else:
            feed = dict()
            feed[x] = rows
            feed[y] = 3.0
        if len(rows) > step + 2:
            feed[scale] = 0.5 + step
        elif step == 4:
            continue
        value = sess.run(total, feed_dict=feed)
        print(step, value, feed[y])
