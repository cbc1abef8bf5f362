import numpy as np
import tensorflow as tf

layers = [3, 2]
x = tf.placeholder(tf.float32, [None, 2])
h = x
W = [tf.Variable(np.full((2, 2), 0.1 * (i + 1), np.float32)) for i in range(len(layers))]
for i in range(len(W)):
    h = tf.matmul(h, W[i])
    if i < len(W) - 1:
        h = tf.nn.relu(h)
loss = tf.reduce_sum(h)
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: [[1.0, 2.0]]})
    print(sess.run(W))
