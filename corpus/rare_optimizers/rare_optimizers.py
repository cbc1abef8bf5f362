"""One small problem, and the optimizers that are seldom seen."""
import numpy as np
import tensorflow as tf

np.random.seed(9)
data = np.random.randn(30, 4).astype(np.float32)
goal = data.dot([[0.5], [-1.], [0.], [2.]]).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])

w_ftrl = tf.Variable(tf.zeros([4, 1]))
loss_ftrl = tf.reduce_mean(tf.square(tf.matmul(x, w_ftrl) - y))
train_ftrl = tf.train.FtrlOptimizer(0.5, l1_regularization_strength=0.01, l2_regularization_strength=0.01) \
    .minimize(loss_ftrl)

w_delta = tf.Variable(tf.zeros([4, 1]))
loss_delta = tf.reduce_mean(tf.square(tf.matmul(x, w_delta) - y))
train_delta = tf.train.AdadeltaOptimizer(1.0, rho=0.9, epsilon=1e-6).minimize(loss_delta)

w_prox = tf.Variable(tf.zeros([4, 1]))
loss_prox = tf.reduce_mean(tf.square(tf.matmul(x, w_prox) - y))
train_prox = tf.train.ProximalAdagradOptimizer(0.3, l1_regularization_strength=0.001).minimize(loss_prox)

w_centered = tf.Variable(tf.zeros([4, 1]))
loss_centered = tf.reduce_mean(tf.square(tf.matmul(x, w_centered) - y))
train_centered = tf.train.RMSPropOptimizer(0.02, decay=0.8, momentum=0.5, centered=True).minimize(loss_centered)

everything = [train_ftrl, train_delta, train_prox, train_centered]
sess = tf.Session()
sess.run(tf.global_variables_initializer())
for i in range(15):
    sess.run(everything, {x: data, y: goal})
    if i % 5 == 4:
        found = sess.run([loss_ftrl, loss_delta, loss_prox, loss_centered], {x: data, y: goal})
        print(i, ' '.join('%.4f' % v for v in found))
for w in (w_ftrl, w_delta, w_prox, w_centered):
    print(np.round(sess.run(w).ravel(), 3))
