import numpy as np
import tensorflow as tf

loss = 3
def report(loss):
    return 'loss %.1f' % loss
x = tf.placeholder(tf.float32, [])
cost = x * loss
with tf.Session() as sess:
    for step in range(2):
        loss_value = sess.run(cost, {x: float(step)})
        print(report(loss_value))
