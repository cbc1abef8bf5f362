import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    for v in [1.0, -1.0]:
        r = sess.run(y, {x: v}) if v > 0 else 0.0
        print(r)
