import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
h = x * 2
y = h + 1
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
    print(sess.run(y, {h: 10.0}))
    print(sess.run([h, y], {h: 10.0}))
