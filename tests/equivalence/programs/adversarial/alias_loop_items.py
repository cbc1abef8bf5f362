import numpy as np
import tensorflow as tf

config = {'a': [1.0], 'b': [2.0]}
x = tf.placeholder(tf.float32, [])
y = x * config['a'][0]
for key, vals in config.items():
    vals[0] *= 10
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
