"""A small GAN: networks under variable scopes, layers by a function of functions, the discriminator reused."""

from __future__ import print_function

import numpy as np
import tensorflow as tf

noise_dim = 4
data_dim = 6


def linear(inputs, size, scope="linear", stddev=0.3):
    n_in = data_dim if scope == "d_h1" else 8
    with tf.variable_scope(scope):
        w = tf.get_variable("w", [n_in, size], initializer=tf.random_normal_initializer(stddev=stddev))
        b = tf.get_variable("b", [size], initializer=tf.constant_initializer(0.0))
        return tf.matmul(inputs, w) + b


def generator(z):
    with tf.variable_scope("generator"):
        w0 = tf.get_variable("w0", [noise_dim, 8], initializer=tf.random_normal_initializer(stddev=0.3))
        h0 = tf.nn.relu(tf.matmul(z, w0))
        return linear(h0, data_dim, "g_h1")


def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator") as scope:
        if reuse:
            scope.reuse_variables()

        h1 = tf.nn.relu(linear(image, 8, "d_h1"))
        h2 = linear(h1, 1, "d_h2")
        return tf.nn.sigmoid(h2), h2


z = tf.placeholder(tf.float32, [None, noise_dim])
real = tf.placeholder(tf.float32, [None, data_dim])

fake = generator(z)
D_real, D_real_logits = discriminator(real)
D_fake, D_fake_logits = discriminator(fake, reuse=True)

d_loss = tf.reduce_mean(tf.nn.softplus(-D_real_logits)) + tf.reduce_mean(tf.nn.softplus(D_fake_logits))
g_loss = tf.reduce_mean(tf.nn.softplus(-D_fake_logits))

g_vars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="generator")
d_vars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="discriminator")

d_solver = tf.train.AdamOptimizer(0.01).minimize(d_loss, var_list=d_vars)
g_solver = tf.train.AdamOptimizer(0.01).minimize(g_loss, var_list=g_vars)

rng = np.random.RandomState(11)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(30):
        batch = rng.normal(1.0, 0.2, [16, data_dim])
        noise = rng.uniform(-1.0, 1.0, [16, noise_dim])
        _, d_cost = sess.run([d_solver, d_loss], feed_dict={real: batch, z: noise})
        _, g_cost = sess.run([g_solver, g_loss], feed_dict={z: noise})
        if step % 10 == 0:
            print(step, d_cost, g_cost)
    print(sess.run(D_real, feed_dict={real: batch[:2]}).shape)
