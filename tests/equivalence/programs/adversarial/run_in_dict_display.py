import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    d = {k: float(sess.run(y, {x: v})) for k, v in [('a', 1.0), ('b', 2.0)]}
    print(sorted(d.items()))
    e = {'x': sess.run(y, {x: 1.0}), 'y': [sess.run(y, {x: 2.0})]}
    print(e['x'], e['y'][0])
