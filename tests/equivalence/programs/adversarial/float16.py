import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float16, [2])
y = x * 3
with tf.Session() as sess:
    print(sess.run(y, {x: [0.1, 1000.5]}))
