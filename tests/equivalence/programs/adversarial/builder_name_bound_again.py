import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def net(x, n):
    W = tf.Variable(tf.ones([4, n]) * 0.1)
    W = W * 2.0
    y = tf.matmul(x, W)
    W = tf.Variable(tf.ones([n, 2]) * 0.2)
    return tf.matmul(y, W)

x = tf.placeholder(tf.float32, [None, 4])
out = net(x, 3)

loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        _, c = sess.run([train, loss], {x: data})
        print(i, c)
    print(sess.run(out, {x: data})[:2])
