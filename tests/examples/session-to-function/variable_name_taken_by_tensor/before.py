import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
hidden = tf.Variable(tf.ones([2, 3]), name='weights')  # starts as a matrix
# and goes on as a layer
hidden = tf.nn.relu(tf.matmul(x, hidden))
total = tf.get_variable('total', shape=[], initializer=tf.zeros_initializer())
total += tf.reduce_sum(hidden)
train = tf.train.GradientDescentOptimizer(0.1).minimize(total)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([hidden, total], {x: np.ones((1, 2))}))
    sess.run(train, {x: np.ones((1, 2))})
    print(sess.run(total, {x: np.ones((1, 2))}))
