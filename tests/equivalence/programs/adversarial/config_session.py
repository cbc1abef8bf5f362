import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
config = tf.ConfigProto(allow_soft_placement=True)
config.gpu_options.allow_growth = True
with tf.Session(config=config) as sess:
    print(sess.run(y, {x: 1.0}))
