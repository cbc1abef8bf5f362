import numpy as np
import tensorflow as tf
from math import log
x = tf.placeholder(tf.float32, [])
log_op = x * 2
train_op = tf.assign(tf.Variable(1.0), x)
with tf.Session() as sess:
    print(sess.run(log_op, {x: 1.0}), log(1.0))
