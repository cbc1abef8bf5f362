import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
a = x * 2
b = y + 1
with tf.Session() as sess:
    print(sess.run(b, {y: sess.run(a, {x: 3.0})}))
    print(sess.run(b, {y: sess.run(b, {y: sess.run(a, {x: 3.0})})}))
