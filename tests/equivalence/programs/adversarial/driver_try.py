import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.reduce_sum(x)
def evaluate(sess, data):
    return y.eval(feed_dict={x: data}, session=sess)
s = tf.Session()
print(evaluate(s, [1.0, 2.0]))
