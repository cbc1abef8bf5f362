import numpy as np
import tensorflow as tf

from mixing import mix

weights = np.arange(3.0)
scale = weights * 2.0
size = 3
half = size / 2

x = tf.placeholder(tf.float32, [size])
scaled = x * scale
halved = x * half
mix(scale)  # the graph has the numbers of before

with tf.Session() as sess:
    print(sess.run(scaled, {x: [1.0, 1.0, 1.0]}))
    print(sess.run(halved, {x: [1.0, 1.0, 1.0]}))
