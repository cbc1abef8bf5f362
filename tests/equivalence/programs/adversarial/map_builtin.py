import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
ys = list(map(lambda k: x * k, [1.0, 2.0]))
zs = list(map(tf.square, ys))
with tf.Session() as sess:
    print(sess.run(ys, {x: 3.0}), sess.run(zs, {x: 3.0}))
