import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    print(sum(sess.run(y, {x: v}) for v in [1.0, 2.0]))
    print(max([(sess.run(y, {x: v}), v) for v in [1.0, 2.0]]))
