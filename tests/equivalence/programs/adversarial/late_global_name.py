import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
loss_op = x * 2
def tell():
    return loss
with tf.Session() as sess:
    loss = sess.run(loss_op, {x: 1.0})
    print(loss, tell())
