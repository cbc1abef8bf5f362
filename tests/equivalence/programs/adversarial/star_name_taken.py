from numpy import *
import tensorflow as tf
x = tf.placeholder(tf.float32, [2])
op = x * 2
with tf.Session() as sess:
    mean_op = tf.reduce_mean(op)
    print(sess.run(mean_op, {x: [1.0, 3.0]}), mean([1.0, 3.0]), sum([1.0, 2.0]))
