import numpy as np
import tensorflow as tf

queue = [1.0, 2.0, 3.0, 4.0]
x = tf.placeholder(tf.float32, [])
z = x * 2
with tf.Session() as sess:
    fd = {x: queue.pop()}
    print(sess.run(z, fd))
    print(sess.run(z, fd), queue)
