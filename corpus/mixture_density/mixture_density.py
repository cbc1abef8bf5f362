"""A mixture density network: the output is a distribution, its parts are sliced out of one layer."""
import math

import numpy as np
import tensorflow as tf

np.random.seed(72)
NSAMPLE, NHIDDEN, KMIX = 40, 8, 3
y_data = np.random.uniform(-1, 1, (NSAMPLE, 1)).astype(np.float32)
x_data = np.sin(3 * y_data) + 0.5 * y_data + 0.1 * np.random.randn(NSAMPLE, 1).astype(np.float32)

x = tf.placeholder(dtype=tf.float32, shape=[None, 1], name="x")
y = tf.placeholder(dtype=tf.float32, shape=[None, 1], name="y")
Wh = tf.Variable(np.random.randn(1, NHIDDEN).astype(np.float32))
bh = tf.Variable(np.random.randn(1, NHIDDEN).astype(np.float32))
Wo = tf.Variable(np.random.normal(0, 0.3, (NHIDDEN, KMIX * 3)).astype(np.float32))
bo = tf.Variable(tf.zeros([1, KMIX * 3]))
hidden_layer = tf.nn.tanh(tf.matmul(x, Wh) + bh)
output = tf.matmul(hidden_layer, Wo) + bo


def get_mixture_coef(output):
    out_pi, out_sigma, out_mu = tf.split(output, 3, 1)
    max_pi = tf.reduce_max(out_pi, 1, keep_dims=True)
    out_pi = tf.exp(tf.subtract(out_pi, max_pi))
    normalize_pi = tf.reciprocal(tf.reduce_sum(out_pi, 1, keep_dims=True))
    out_pi = tf.multiply(normalize_pi, out_pi)
    out_sigma = tf.exp(out_sigma)
    return out_pi, out_sigma, out_mu


out_pi, out_sigma, out_mu = get_mixture_coef(output)
oneDivSqrtTwoPI = 1 / math.sqrt(2 * math.pi)   # normalisation factor


def tf_normal(y, mu, sigma):
    result = tf.subtract(y, mu)
    result = tf.multiply(result, tf.reciprocal(sigma))
    result = -tf.square(result) / 2
    return tf.multiply(tf.exp(result), tf.reciprocal(sigma)) * oneDivSqrtTwoPI


def get_lossfunc(out_pi, out_sigma, out_mu, y):
    result = tf_normal(y, out_mu, out_sigma)
    result = tf.multiply(result, out_pi)
    result = tf.reduce_sum(result, 1, keep_dims=True)
    result = -tf.log(result)
    return tf.reduce_mean(result)


lossfunc = get_lossfunc(out_pi, out_sigma, out_mu, y)
train_op = tf.train.AdamOptimizer(0.02).minimize(lossfunc)

sess = tf.InteractiveSession()
sess.run(tf.initialize_all_variables())
NEPOCH = 16
loss = np.zeros(NEPOCH)    # store the training progress here.
for i in range(NEPOCH):
    sess.run(train_op, feed_dict={x: x_data, y: y_data})
    loss[i] = sess.run(lossfunc, feed_dict={x: x_data, y: y_data})
print(np.round(loss[::5], 4))

out_pi_test, out_sigma_test, out_mu_test = sess.run(get_mixture_coef(output), feed_dict={x: [[0.], [0.5]]})
print(np.round(out_pi_test.sum(1), 4), out_mu_test.shape)
sess.close()
