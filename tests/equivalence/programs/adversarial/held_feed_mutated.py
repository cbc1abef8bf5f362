import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
fd = {x: 1.0}
with tf.Session() as sess:
    print(sess.run(y, fd))
    fd[x] = 3.0
    print(sess.run(y, fd))
