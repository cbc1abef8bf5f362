import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
parts = tf.split(x, 2)
a, b = parts
c = tf.concat([b, a], 0)
first, *others = tf.unstack(x)
with tf.Session() as sess:
    print(sess.run([c, first], {x: [1.0, 2.0]}), sess.run(others, {x: [1.0, 2.0]}))
