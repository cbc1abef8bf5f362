import numpy as np
import tensorflow as tf

n = tf.placeholder(tf.int32, [])
k = 3.0
i, acc = tf.while_loop(lambda i, a: i < n, lambda i, a: (i + 1, a * k), [tf.constant(0), tf.constant(1.0)])
with tf.Session() as sess:
    print(sess.run([i, acc], {n: 4}))
