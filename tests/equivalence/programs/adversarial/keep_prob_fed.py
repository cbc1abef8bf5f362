import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [1000])
kp = tf.placeholder(tf.float32)
y = tf.nn.dropout(x, kp)
with tf.Session() as sess:
    r = sess.run(y, {x: np.ones(1000), kp: 0.25})
    print(round(float(r.max()), 4), 150 < (r > 0).sum() < 350)
    print(sess.run(tf.reduce_sum(y), {x: np.ones(1000), kp: 1.0}))
