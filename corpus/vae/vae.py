"""Variational autoencoder: noise in the middle, and pictures made from codes that are fed there."""
import numpy as np
import tensorflow as tf

np.random.seed(0)
tf.set_random_seed(0)

n_pixels, n_hidden, n_z = 16, 12, 2
batch_size = 20
images = (np.random.rand(100, n_pixels) < np.linspace(0.1, 0.9, n_pixels)).astype(np.float32)


def xavier_init(fan_in, fan_out, constant=1):
    low = -constant * np.sqrt(6.0 / (fan_in + fan_out))
    high = constant * np.sqrt(6.0 / (fan_in + fan_out))
    return tf.random_uniform((fan_in, fan_out), minval=low, maxval=high, dtype=tf.float32)


x = tf.placeholder(tf.float32, shape=[None, n_pixels])

# encoder
W_enc = tf.Variable(xavier_init(n_pixels, n_hidden))
b_enc = tf.Variable(tf.zeros([n_hidden]))
W_mu = tf.Variable(xavier_init(n_hidden, n_z))
W_sigma = tf.Variable(xavier_init(n_hidden, n_z))
h_enc = tf.nn.softplus(tf.matmul(x, W_enc) + b_enc)
z_mean = tf.matmul(h_enc, W_mu)
z_log_sigma_sq = tf.matmul(h_enc, W_sigma)

# the code
eps = tf.random_normal((batch_size, n_z), 0, 1, dtype=tf.float32)
z = z_mean + tf.sqrt(tf.exp(z_log_sigma_sq)) * eps

# decoder
W_dec = tf.Variable(xavier_init(n_z, n_hidden))
b_dec = tf.Variable(tf.zeros([n_hidden]))
W_out = tf.Variable(xavier_init(n_hidden, n_pixels))
h_dec = tf.nn.softplus(tf.matmul(z, W_dec) + b_dec)
x_mean = tf.nn.sigmoid(tf.matmul(h_dec, W_out))

reconstr_loss = -tf.reduce_sum(x * tf.log(1e-10 + x_mean) + (1 - x) * tf.log(1e-10 + 1 - x_mean), 1)
latent_loss = -0.5 * tf.reduce_sum(1 + z_log_sigma_sq - tf.square(z_mean) - tf.exp(z_log_sigma_sq), 1)
cost = tf.reduce_mean(reconstr_loss + latent_loss)
optimizer = tf.train.AdamOptimizer(learning_rate=0.01).minimize(cost)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(6):
        avg_cost = 0.
        for i in range(5):
            batch_xs = images[i * batch_size:(i + 1) * batch_size]
            _, c = sess.run([optimizer, cost], feed_dict={x: batch_xs})
            avg_cost += c / len(images) * batch_size
        if epoch % 2 == 1:
            print("Epoch:", '%04d' % (epoch + 1), "cost=", "{:.4f}".format(avg_cost))

    # where the pictures went
    codes = sess.run(z_mean, feed_dict={x: images[:3]})
    print("codes", codes.shape)
    # a walk through the space of codes
    for value in (-1.0, 1.0):
        made = sess.run(x_mean, feed_dict={z: np.full((batch_size, n_z), value)})
        print("from %.0f:" % value, "mean %.4f" % made.mean())
