# Fit a line, and print how it goes.
from __future__ import print_function

import tensorflow as tf

import datasets

learning_rate = 0.05
xs, ys = datasets.line()

# Try to find values for W and b that compute y_data = W * x_data + b
W = tf.Variable(0.0, name='weight')
b = tf.Variable(0.0, name='bias')
x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [None])
hypothesis = x * W + b

cost = tf.reduce_mean(tf.square(hypothesis - y))
train = tf.train.GradientDescentOptimizer(learning_rate).minimize(cost)

# Launch the graph in a session.
sess = tf.Session()
# Initializes global variables in the graph.
sess.run(tf.global_variables_initializer())

for step in range(201):
    cost_val, _ = sess.run([cost, train], feed_dict={x: xs, y: ys})
    if step % 50 == 0:
        W_val, b_val = sess.run([W, b])
        print(step, '%.5f' % cost_val, '%.4f' % W_val, '%.4f' % b_val)

# Testing our model
print('at 5:', sess.run(hypothesis, feed_dict={x: [5]}))
print('at 1.5 and 3.5:', sess.run(hypothesis, feed_dict={x: [1.5, 3.5]}))
