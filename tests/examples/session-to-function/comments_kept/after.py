#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""A program with a comment wherever one can stand."""
# imports
import tensorflow as tf  # the framework

# ---- inputs ----
x_spec = tf.TensorSpec([None, 2], tf.float32)  # points
# their labels
y_spec = tf.TensorSpec([None, 1], tf.float32)

# ---- model ----
w = tf.Variable(tf.ones([2, 1]))  # weights

# ---- training ----
# found by trying
optimizer = tf.keras.optimizers.SGD(0.1)  # all variables


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        # the prediction,
        # in two lines of comment
        pred = tf.matmul(
            x,  # rows
            w)  # columns
        loss = tf.reduce_mean(tf.square(pred - y))  # mean squared error
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


# everything starts here

# ---- run ----
# opens the session
# first of all
# initialize
for step in range(2):  # twice
    # one step
    # here
    # both
    # one point
    c = train_step([[1.0, 2.0]], [[1.0]]).numpy()  # one label
    print(step, c)  # report
# end of the block
# end of the program
