"""A small regression in double precision: placeholders, batches and layers of float64."""

import numpy as np
import tensorflow as tf

np.random.seed(6)
inputs = np.random.uniform(-1, 1, (120, 2))
targets = np.sin(inputs[:, :1]) * inputs[:, 1:]

dataset = tf.data.Dataset.from_tensor_slices((inputs, targets)).repeat().batch(24)
iterator = dataset.make_one_shot_iterator()
x, y = iterator.get_next()
scale = tf.placeholder(tf.float64, [None, 2], name="scale")
constant = tf.constant_initializer(0.05)
hidden = tf.layers.dense(x, 10, tf.nn.tanh, kernel_initializer=constant)
guess = tf.layers.dense(hidden, 1, kernel_initializer=constant)
loss = tf.losses.mean_squared_error(y, guess)
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
weighted = tf.layers.dense(scale, 1, kernel_initializer=constant)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(20):
        _, cost = sess.run([train, loss])
        if step % 5 == 4:
            print(step, cost.dtype, "%.6f" % cost)
    print(sess.run(weighted, {scale: inputs[:2]}).dtype)
