import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
accuracy_op = x * 2
def show(accuracy):
    return accuracy + 1
with tf.Session() as sess:
    accuracy = 5
    print(sess.run(accuracy_op, {x: 1.0}), show(accuracy))
