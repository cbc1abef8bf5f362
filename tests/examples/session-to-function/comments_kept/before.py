#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""A program with a comment wherever one can stand."""
# imports
import tensorflow as tf  # the framework

# ---- inputs ----
x = tf.placeholder(tf.float32, [None, 2])  # points
# their labels
y = tf.placeholder(tf.float32, [None, 1])

# ---- model ----
w = tf.Variable(tf.ones([2, 1]))  # weights
# the prediction,
# in two lines of comment
pred = tf.matmul(
    x,  # rows
    w)  # columns
loss = tf.reduce_mean(tf.square(pred - y))  # mean squared error

# ---- training ----
train_op = tf.train.GradientDescentOptimizer(
    0.1  # found by trying
).minimize(loss)  # all variables

init = tf.global_variables_initializer()  # everything starts here

# ---- run ----
with tf.Session() as sess:  # opens the session
    # first of all
    sess.run(init)  # initialize
    for step in range(2):  # twice
        # one step
        _, c = sess.run(  # here
            [train_op, loss],  # both
            feed_dict={x: [[1.0, 2.0]],  # one point
                       y: [[1.0]]})  # one label
        print(step, c)  # report
    # end of the block
# end of the program
