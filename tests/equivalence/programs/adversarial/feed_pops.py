import numpy as np
import tensorflow as tf

queue = [1.0, 2.0, 3.0]
x = tf.placeholder(tf.float32, [])
unused = tf.placeholder(tf.float32, [])
z = x * 2
with tf.Session() as sess:
    print(sess.run(z, {unused: queue.pop(), x: queue.pop()}), queue)
