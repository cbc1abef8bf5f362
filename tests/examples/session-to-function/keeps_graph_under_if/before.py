import random

import tensorflow as tf

x = tf.placeholder(tf.float32, [])
if random.random() < 0.5:
    y = x + 1.0
else:
    y = x * 2.0

with tf.Session() as sess:
    print(sess.run(y, {x: 3.0}))
