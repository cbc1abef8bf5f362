import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
names = {x: 'x', y: 'y'}
z = y + len(names[y])
with tf.Session() as sess:
    print(sess.run(z, {x: 1.0}))
