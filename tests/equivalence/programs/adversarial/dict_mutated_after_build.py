import numpy as np
import tensorflow as tf

cfg = {'scale': 2.0}
x = tf.placeholder(tf.float32, [])
y = x * cfg['scale']
cfg['scale'] = 7.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
