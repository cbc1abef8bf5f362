"""Training stops when the validation loss does, and the best weights are put back."""
import numpy as np
import tensorflow as tf

np.random.seed(28)
N = 60
X_all = np.random.uniform(-3, 3, (N, 1)).astype(np.float32)
Y_all = (np.sin(X_all) + 0.3 * np.random.randn(N, 1)).astype(np.float32)
X_train, X_val = X_all[:20], X_all[20:]
Y_train, Y_val = Y_all[:20], Y_all[20:]
powers = np.arange(1, 5).reshape(1, -1)

X = tf.placeholder(tf.float32, [None, 1], name='X')
Y = tf.placeholder(tf.float32, [None, 1], name='Y')
W = tf.Variable(np.zeros((4, 1), np.float32), name='W')
b = tf.Variable(tf.zeros([1]), name='b')
features = tf.pow(X / 3, powers.astype(np.float32))
Y_pred = tf.add(tf.matmul(features, W), b)
cost = tf.reduce_mean(tf.square(Y_pred - Y))
optimizer = tf.train.AdamOptimizer(0.15).minimize(cost)

# to put weights back
W_new = tf.placeholder(tf.float32, [4, 1])
b_new = tf.placeholder(tf.float32, [1])
put_back = [tf.assign(W, W_new), b.assign(b_new)]

patience, bad = 3, 0
best_cost, best = np.inf, None
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch_i in range(40):
        sess.run(optimizer, feed_dict={X: X_train, Y: Y_train})
        val_cost = sess.run(cost, feed_dict={X: X_val, Y: Y_val})
        if val_cost < best_cost - 1e-4:
            best_cost, bad = val_cost, 0
            best = sess.run([W, b])
        else:
            bad += 1
        if bad > patience:
            print('stopped in epoch', epoch_i)
            break
    print('best %.4f last %.4f' % (best_cost, val_cost))
    sess.run(put_back, {W_new: best[0], b_new: best[1]})
    print('again %.4f' % sess.run(cost, feed_dict={X: X_val, Y: Y_val}))
