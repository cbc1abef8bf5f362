import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
h = x
sizes = [2.0, 3.0]
for k in sizes:
    h = h * k
total = 0.0
for k in sizes:
    total += tf.reduce_sum(h) * k
with tf.Session() as sess:
    print(sess.run([h, total], {x: [1.0, 2.0]}))
