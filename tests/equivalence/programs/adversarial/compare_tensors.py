import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
y = tf.placeholder(tf.float32, [2])
same = tf.equal(x, y)
flags = [x is y, x is x]
print(flags)
with tf.Session() as sess:
    print(sess.run(same, {x: [1, 2], y: [1, 3]}))
