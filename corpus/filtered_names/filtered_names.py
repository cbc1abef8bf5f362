"""Two players; which variables belong to whom is told from their names."""
import numpy as np
import tensorflow as tf

np.random.seed(23)
tf.set_random_seed(23)
X_dim, z_dim, h_dim, mb_size = 6, 3, 8, 16


def g_net(z):
    g_h1 = tf.nn.relu(tf.matmul(z, g_w1) + g_b1)
    return tf.matmul(g_h1, g_w2)


def d_net(x):
    d_h1 = tf.nn.relu(tf.matmul(x, d_w1) + d_b1)
    return tf.matmul(d_h1, d_w2)


g_w1 = tf.Variable(tf.random_normal([z_dim, h_dim], stddev=.4), name='g_w1')
g_b1 = tf.Variable(tf.zeros([h_dim]), name='g_b1')
g_w2 = tf.Variable(tf.random_normal([h_dim, X_dim], stddev=.4), name='g_w2')
d_w1 = tf.Variable(tf.random_normal([X_dim, h_dim], stddev=.4), name='d_w1')
d_b1 = tf.Variable(tf.zeros([h_dim]), name='d_b1')
d_w2 = tf.Variable(tf.random_normal([h_dim, 1], stddev=.4), name='d_w2')

X = tf.placeholder(tf.float32, shape=[None, X_dim])
z = tf.placeholder(tf.float32, shape=[None, z_dim])
G_sample = g_net(z)
D_real = d_net(X)
D_fake = d_net(G_sample)
D_loss = 0.5 * (tf.reduce_mean((D_real - 1)**2) + tf.reduce_mean(D_fake**2))
G_loss = 0.5 * tf.reduce_mean((D_fake - 1)**2)

tvars = tf.trainable_variables()
d_vars = [var for var in tvars if 'd_' in var.name]
g_vars = [var for var in tvars if var.name.startswith('g_')]
print('variables:', len(tvars), len(d_vars))

D_solver = (tf.train.AdamOptimizer(learning_rate=1e-2).minimize(D_loss, var_list=d_vars))
G_solver = (tf.train.AdamOptimizer(learning_rate=1e-2).minimize(G_loss, var_list=g_vars))

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for it in range(16):
    X_mb = np.random.normal(1, .5, [mb_size, X_dim])
    z_mb = np.random.uniform(-1., 1., size=[mb_size, z_dim])
    _, D_loss_curr = sess.run([D_solver, D_loss], feed_dict={X: X_mb, z: z_mb})
    _, G_loss_curr = sess.run([G_solver, G_loss], feed_dict={z: np.random.uniform(-1., 1., size=[mb_size, z_dim])})
    if it % 5 == 0:
        print('Iter: {}; D_loss: {:.4f}; G_loss: {:.4f}'.format(it, D_loss_curr, G_loss_curr))
samples = sess.run(G_sample, feed_dict={z: z_mb[:4]})
print('samples %.3f' % samples.mean())
