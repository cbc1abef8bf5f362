import numpy as np
import tensorflow as tf

data = iter([1.0, 2.0, 3.0, 4.0])
x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
z = x - y
with tf.Session() as sess:
    print(sess.run(z, {y: next(data), x: next(data)}))
    print(sess.run(z, feed_dict={x: next(data), y: next(data)}))
