import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
d = {'b': x * 2, 'a': x * 3}
y = tf.stack([d[k] for k in sorted(d)])
z = tf.stack(list(d.values()))
d['c'] = x * 4
with tf.Session() as sess:
    print(sess.run([y, z], {x: 1.0}))
    print(sess.run(d['c'], {x: 1.0}))
