"""A deeper digit classifier from raw tf.nn calls, with small functions that make the weights."""

import numpy as np
import tensorflow as tf

tf.set_random_seed(42)
rng = np.random.RandomState(42)

shapes = rng.rand(10, 196) > 0.6          # ten fixed "digits" of 14x14 pixels


def make_data(n):
    labels = rng.randint(10, size=n)
    noise = rng.rand(n, 196) > 0.85
    return np.logical_xor(shapes[labels], noise).astype(np.float32), np.eye(10)[labels].astype(np.float32)


def weight_variable(shape):
    """weight_variable generates a weight variable of a given shape."""
    initial = tf.truncated_normal(shape, stddev=0.1)
    return tf.Variable(initial)


def bias_variable(shape):
    initial = tf.constant(0.1, shape=shape)
    return tf.Variable(initial)


def conv2d(x, W):
    # stride [1, x_movement, y_movement, 1]
    return tf.nn.conv2d(x, W, strides=[1, 1, 1, 1], padding='SAME')


def max_pool_2x2(x):
    return tf.nn.max_pool(x, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding='SAME')


# define placeholder for inputs to network
xs = tf.placeholder(tf.float32, [None, 196])
ys = tf.placeholder(tf.float32, [None, 10])
keep_prob = tf.placeholder(tf.float32)
x_image = tf.reshape(xs, [-1, 14, 14, 1])
# print(x_image.shape)  # [n_samples, 14,14,1]

## conv1 layer ##
W_conv1 = weight_variable([5, 5, 1, 16])  # patch 5x5, in size 1, out size 16
b_conv1 = bias_variable([16])
h_conv1 = tf.nn.relu(conv2d(x_image, W_conv1) + b_conv1)  # output size 14x14x16
h_pool1 = max_pool_2x2(h_conv1)                           # output size 7x7x16

## conv2 layer ##
W_conv2 = weight_variable([5, 5, 16, 32])
b_conv2 = bias_variable([32])
h_conv2 = tf.nn.relu(conv2d(h_pool1, W_conv2) + b_conv2)  # output size 7x7x32
h_pool2 = max_pool_2x2(h_conv2)                           # output size 4x4x32

## fc1 layer ##
W_fc1 = weight_variable([4*4*32, 128])
b_fc1 = bias_variable([128])
# [n_samples, 4, 4, 32] ->> [n_samples, 4*4*32]
h_pool2_flat = tf.reshape(h_pool2, [-1, 4*4*32])
h_fc1 = tf.nn.relu(tf.matmul(h_pool2_flat, W_fc1) + b_fc1)
h_fc1_drop = tf.nn.dropout(h_fc1, keep_prob)

## fc2 layer ##
W_fc2 = weight_variable([128, 10])
b_fc2 = bias_variable([10])
prediction = tf.matmul(h_fc1_drop, W_fc2) + b_fc2

# the error between prediction and real data
cross_entropy = tf.reduce_mean(
    tf.nn.softmax_cross_entropy_with_logits(labels=ys, logits=prediction))
train_step = tf.train.AdamOptimizer(1e-3).minimize(cross_entropy)

correct_prediction = tf.equal(tf.argmax(prediction, 1), tf.argmax(ys, 1))
accuracy = tf.reduce_mean(tf.cast(correct_prediction, tf.float32))

test_x, test_y = make_data(300)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(21):
        batch_xs, batch_ys = make_data(32)
        if i % 10 == 0:
            train_accuracy = accuracy.eval(feed_dict={xs: batch_xs, ys: batch_ys, keep_prob: 1.0})
            print('step %d, training accuracy %.2f' % (i, train_accuracy))
        sess.run(train_step, feed_dict={xs: batch_xs, ys: batch_ys, keep_prob: 0.5})

    print('test accuracy %.3f' % sess.run(accuracy, feed_dict={
        xs: test_x, ys: test_y, keep_prob: 1.0}))   # no dropout here
