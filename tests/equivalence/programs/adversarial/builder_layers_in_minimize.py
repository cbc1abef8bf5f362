import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def net(x, n):
    h = tf.layers.dense(x, n, kernel_initializer=tf.constant_initializer(0.2), name="h")
    return h

x = tf.placeholder(tf.float32, [None, 4])
h = net(x, 3)
out = tf.layers.dense(h, 2, kernel_initializer=tf.constant_initializer(0.2))
train = tf.train.AdamOptimizer(0.1).minimize(tf.reduce_mean(tf.square(tf.layers.dense(out, 1, kernel_initializer=tf.constant_initializer(0.1)) - 1.0)))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        sess.run(train, {x: data})
        print(sess.run(out, {x: data})[0])
