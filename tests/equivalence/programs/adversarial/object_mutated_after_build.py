import numpy as np
import tensorflow as tf

class Config(object):
    scale = 2.0
cfg = Config()
x = tf.placeholder(tf.float32, [])
y = x * cfg.scale
cfg.scale = 9.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
