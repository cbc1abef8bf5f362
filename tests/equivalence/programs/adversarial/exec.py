import numpy as np
import tensorflow as tf

k = 2.0
x = tf.placeholder(tf.float32, [])
y = x * k
exec('k = 8.0')
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
