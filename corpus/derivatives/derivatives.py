"""A differential equation solved by a network: first and second derivatives of the output are in the loss."""
import numpy as np
import tensorflow as tf

np.random.seed(3)
# u'' + u = 0, u(0) = 0, u'(0) = 1: the sine
N = 10

t = tf.placeholder(tf.float32, [None, 1], name='t')
w1 = tf.Variable(np.random.normal(0, 1.0, (1, N)).astype(np.float32))
b1 = tf.Variable(np.random.normal(0, 0.5, (N,)).astype(np.float32))
w2 = tf.Variable(np.random.normal(0, 0.3, (N, 1)).astype(np.float32))


def net(t):
    return tf.matmul(tf.sigmoid(tf.matmul(t, w1) + b1), w2)


u = t + tf.square(t) * net(t)      # fits the start by construction
u_t = tf.gradients(u, t)[0]
u_tt = tf.gradients(u_t, t)[0]
residual = u_tt + u
loss = tf.reduce_mean(tf.square(residual))
train = tf.train.AdamOptimizer(0.05).minimize(loss)

grid = np.linspace(0, 2, 15).reshape(-1, 1)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(25):
        _, value = sess.run([train, loss], {t: grid})
        if i % 8 == 0:
            print(i, '%.5f' % value)
    values, slopes = sess.run([u, u_t], {t: [[0.0], [1.0]]})
    print('u', np.round(values.ravel(), 3), "u'", np.round(slopes.ravel(), 3))
