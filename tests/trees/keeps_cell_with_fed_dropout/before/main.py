import numpy as np
import tensorflow as tf
from networks import predict

size = 5
x = tf.placeholder(tf.float32, [None, 4, 2])
w = tf.Variable(tf.ones([size, 1]))
keep = tf.placeholder(tf.float32)
y = predict(x, w, size, keep)
loss = tf.reduce_mean(tf.square(y - 1.))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        _, cost = sess.run([train, loss], {keep: 0.5, x: np.ones([3, 4, 2])})
        print(step, cost)
