import numpy as np
import tensorflow as tf
from ops import dense, squared

x = tf.placeholder(tf.float32, [None, 3])
out = dense(x, 3, 2, 'out')
loss = squared(out)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
queue = tf.FIFOQueue(4, [tf.float32])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        _, cost = sess.run([train, loss], {x: np.ones([4, 3])})
        print(step, cost)

    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
