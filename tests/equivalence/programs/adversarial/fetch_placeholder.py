import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = x + 1
with tf.Session() as sess:
    print(sess.run([x, y], {x: [1, 2]}))
    print(sess.run(x, {x: [1, 2]}))
