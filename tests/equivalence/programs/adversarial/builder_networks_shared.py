import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def linear(input_, n_in, output_size, scope="Linear", stddev=0.02, bias_start=0.0):
    with tf.variable_scope(scope):
        matrix = tf.get_variable("Matrix", [n_in, output_size], tf.float32, tf.constant_initializer(stddev))
        bias = tf.get_variable("bias", [output_size], initializer=tf.constant_initializer(bias_start))
        return tf.matmul(input_, matrix) + bias

def generator(z, reuse=False):
    with tf.variable_scope("generator") as scope:
        if reuse:
            tf.get_variable_scope().reuse_variables()
        h = tf.nn.relu(linear(z, 3, 5, "g_h0", 0.3))
        return tf.nn.tanh(linear(h, 5, 4, "g_h1", 0.2))

def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator") as scope:
        if reuse:
            scope.reuse_variables()
        h = tf.nn.relu(linear(image, 4, 6, "d_h0", 0.1))
        logit = linear(h, 6, 1, "d_h1", 0.1, 0.05)
        return tf.nn.sigmoid(logit), logit

x = tf.placeholder(tf.float32, [None, 4])
z = tf.placeholder(tf.float32, [None, 3])
G = generator(z)
D, D_logits = discriminator(x)
S = generator(z, True)
D_, D_logits_ = discriminator(G, reuse=True)
d_loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=D_logits, labels=tf.ones_like(D)))
d_loss2 = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=D_logits_, labels=tf.zeros_like(D_)))
d_total = d_loss + d_loss2
g_loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=D_logits_, labels=tf.ones_like(D_)))
d_vars = tf.trainable_variables("discriminator")
g_vars = tf.trainable_variables("generator")
d_optim = tf.train.AdamOptimizer(0.01, beta1=0.5).minimize(d_total, var_list=d_vars)
g_optim = tf.train.AdamOptimizer(0.01, beta1=0.5).minimize(g_loss, var_list=g_vars)
noise = rng.rand(8, 3)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        sess.run(d_optim, {x: data, z: noise})
        sess.run(g_optim, {z: noise})
        print(sess.run([d_total, g_loss], {x: data, z: noise}), sess.run(S, {z: noise})[0])
