"""A linear softmax classifier for 28x28 images, written the way of the first tutorials.

The images are synthetic: ten blurry prototypes plus noise.
"""
from __future__ import absolute_import
from __future__ import print_function

import numpy as np
import tensorflow as tf

np.random.seed(7)
tf.set_random_seed(7)

# ---------------------------------------------------------------- data
prototypes = np.random.rand(10, 784) * (np.random.rand(10, 784) > 0.8)   # mostly black


def next_batch(size):
    """Random images with one-hot labels (float64, as numpy makes them)."""
    digits = np.random.randint(0, 10, size)
    images = 0.6 * prototypes[digits] + 0.4 * np.random.rand(size, 784) * (np.random.rand(size, 784) > 0.8)
    return images, np.eye(10)[digits]


test_images, test_labels = next_batch(500)

sess = tf.InteractiveSession()

# Create the model
x = tf.placeholder(tf.float32, [None, 784])
W = tf.Variable(tf.zeros([784, 10]))
b = tf.Variable(tf.zeros([10]))
y = tf.nn.softmax(tf.matmul(x, W) + b)

# Define loss and optimizer
y_ = tf.placeholder(tf.float32, [None, 10])  # the true labels
cross_entropy = tf.reduce_mean(-tf.reduce_sum(y_ * tf.log(tf.clip_by_value(y, 1e-10, 1.0)), reduction_indices=[1]))
train_step = tf.train.GradientDescentOptimizer(0.5).minimize(cross_entropy)

# Test trained model
correct_prediction = tf.equal(tf.argmax(y, 1), tf.argmax(y_, 1))
accuracy = tf.reduce_mean(tf.cast(correct_prediction, tf.float32))

# Train
tf.global_variables_initializer().run()
for i in range(60):
    batch_xs, batch_ys = next_batch(100)
    if i % 20 == 0:
        print('step %d, cross entropy %.4f' % (i, cross_entropy.eval({x: batch_xs, y_: batch_ys})))
    train_step.run({x: batch_xs, y_: batch_ys})

print('test accuracy %.4f' % accuracy.eval({x: test_images, y_: test_labels}))
