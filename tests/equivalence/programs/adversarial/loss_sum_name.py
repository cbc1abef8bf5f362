import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
sum_op = tf.reduce_sum(x)
max_op = tf.reduce_max(x)
with tf.Session() as sess:
    print(sess.run(sum_op, {x: [1.0, 3.0]}), sum([1, 2]), sess.run(max_op, {x: [1.0, 3.0]}), max(1, 2))
