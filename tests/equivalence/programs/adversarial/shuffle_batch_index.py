import numpy as np
import tensorflow as tf

np.random.seed(4)
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
W = tf.Variable(np.random.randn(2, 1).astype(np.float32))
loss = tf.reduce_mean(tf.square(tf.matmul(x, W) - y))
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
X = np.random.randn(20, 2)
Y = X.dot([[1.0], [2.0]]) + 0.01 * np.random.randn(20, 1)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for e in range(5):
        perm = np.random.permutation(20)
        for i in range(0, 20, 5):
            sess.run(t, feed_dict={x: X[perm[i:i + 5]], y: Y[perm[i:i + 5]]})
        print(e, sess.run(loss, feed_dict={x: X, y: Y}))
    print(sess.run(W).ravel())
