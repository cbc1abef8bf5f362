import numpy as np
import tensorflow as tf

rows = np.linspace(-1, 1, 12).reshape(6, 2)
x = tf.placeholder(tf.float32, [None, 2])
mu = tf.placeholder(tf.float64)
lr = tf.placeholder(tf.float32, [], name="rate")
eps = tf.placeholder_with_default(1e-3, [])
rho = tf.placeholder("float", [])
w, v, u = [tf.Variable([[0.5], [k]]) for k in (0.1, 0.2, 0.3)]


def loss_of(weights):
    return tf.reduce_mean(tf.square(tf.matmul(x, weights) - 1.0))


losses = [loss_of(w), loss_of(v), loss_of(u)]
nesterov = tf.train.MomentumOptimizer(lr, mu, use_nesterov=True).minimize(losses[0], var_list=[w])
root = tf.train.RMSPropOptimizer(lr, momentum=mu, decay=rho, epsilon=eps)
pairs = root.compute_gradients(losses[1], [v])
apply = root.apply_gradients(pairs)
delta = tf.train.AdadeltaOptimizer(0.5, rho, eps).minimize(losses[2], var_list=[u])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(4):
        given = {x: rows, mu: 0.5 + step / 10, lr: 0.1 / (1 + step)}
        print(sess.run([nesterov, losses[0]], given)[1])
        given2 = {x: rows, mu: 0.9 - step / 10, lr: 0.01, rho: 0.8 + step / 100, eps: 10.0 ** -step}
        sess.run([apply, delta], given2)
        sess.run(apply, {x: rows, mu: 0.0, lr: 0.02, rho: 0.9})
        print(sess.run(w).ravel(), sess.run(v).ravel(), sess.run(u).ravel())
