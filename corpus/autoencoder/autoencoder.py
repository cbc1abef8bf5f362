""" Auto encoder.

An auto-encoder that compresses synthetic images to 32 numbers and back.
"""
from __future__ import division, print_function

import numpy as np
import tensorflow as tf

np.random.seed(0)
tf.set_random_seed(0)

# Training Parameters
learning_rate = 0.01
num_steps = 30
batch_size = 128

display_step = 10
examples_to_show = 10

# Network Parameters
num_hidden_1 = 128 # 1st layer num features
num_hidden_2 = 32 # 2nd layer num features (the latent dim)
num_input = 400 # data input (img shape: 20*20)

# a low-dimensional data set: mixtures of 12 fixed pictures
pictures = np.random.rand(12, num_input)


def next_batch(n):
    mix = np.random.rand(n, 12)
    return np.dot(mix / mix.sum(axis=1, keepdims=True), pictures)


# tf Graph input (only pictures)
X = tf.placeholder("float", [None, num_input])

weights = {
    'encoder_h1': tf.Variable(tf.random_normal([num_input, num_hidden_1])),
    'encoder_h2': tf.Variable(tf.random_normal([num_hidden_1, num_hidden_2])),
    'decoder_h1': tf.Variable(tf.random_normal([num_hidden_2, num_hidden_1])),
    'decoder_h2': tf.Variable(tf.random_normal([num_hidden_1, num_input])),
}
biases = {
    'encoder_b1': tf.Variable(tf.random_normal([num_hidden_1])),
    'encoder_b2': tf.Variable(tf.random_normal([num_hidden_2])),
    'decoder_b1': tf.Variable(tf.random_normal([num_hidden_1])),
    'decoder_b2': tf.Variable(tf.random_normal([num_input])),
}

# Building the encoder
def encoder(x):
    # Encoder Hidden layer with sigmoid activation #1
    layer_1 = tf.nn.sigmoid(tf.add(tf.matmul(x, weights['encoder_h1']),
                                   biases['encoder_b1']))
    # Encoder Hidden layer with sigmoid activation #2
    layer_2 = tf.nn.sigmoid(tf.add(tf.matmul(layer_1, weights['encoder_h2']),
                                   biases['encoder_b2']))
    return layer_2


# Building the decoder
def decoder(x):
    # Decoder Hidden layer with sigmoid activation #1
    layer_1 = tf.nn.sigmoid(tf.add(tf.matmul(x, weights['decoder_h1']),
                                   biases['decoder_b1']))
    # Decoder Hidden layer with sigmoid activation #2
    layer_2 = tf.nn.sigmoid(tf.add(tf.matmul(layer_1, weights['decoder_h2']),
                                   biases['decoder_b2']))
    return layer_2

# Construct model
encoder_op = encoder(X)
decoder_op = decoder(encoder_op)

# Prediction
y_pred = decoder_op
# Targets (Labels) are the input data.
y_true = X

# Define loss and optimizer, minimize the squared error
loss = tf.reduce_mean(tf.pow(y_true - y_pred, 2))
optimizer = tf.train.RMSPropOptimizer(learning_rate).minimize(loss)

# Initialize the variables (i.e. assign their default value)
init = tf.global_variables_initializer()

# Start Training
# Start a new TF session
with tf.Session() as sess:

    # Run the initializer
    sess.run(init)

    # Training
    for i in range(1, num_steps+1):
        # Prepare Data
        # (only images are needed, not labels)
        batch_x = next_batch(batch_size)

        # Run optimization op (backprop) and cost op (to get loss value)
        _, l = sess.run([optimizer, loss], feed_dict={X: batch_x})
        # Display logs per step
        if i % display_step == 0 or i == 1:
            print('Step %i: Minibatch Loss: %f' % (i, l))

    # Testing
    # Encode and decode pictures and compare them with the originals.
    canvas_orig = next_batch(examples_to_show)
    g = sess.run(decoder_op, feed_dict={X: canvas_orig})
    codes = sess.run(encoder_op, feed_dict={X: canvas_orig})
    print('Reconstruction error: %.4f' % np.mean((g - canvas_orig) ** 2))
    print('Code shape:', codes.shape)

    # From codes to pictures: the decoder alone, fed in the middle of the graph
    between = (codes[:1] + codes[1:2]) / 2
    print('Between the first two: %.4f' % sess.run(decoder_op, feed_dict={encoder_op: between}).mean())
