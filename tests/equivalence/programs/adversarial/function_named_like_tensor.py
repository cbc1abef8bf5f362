import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
loss = x * 3
loss_and_x = 7
compute_loss = 5
def accuracy(v):
    return v + compute_loss + loss_and_x
acc = loss + 1
with tf.Session() as sess:
    print(sess.run(loss, {x: 1.0}), accuracy(1))
    print(sess.run([loss, acc], {x: 1.0}))
    print(sess.run([loss, x], {x: 1.0}), loss_and_x, compute_loss)
