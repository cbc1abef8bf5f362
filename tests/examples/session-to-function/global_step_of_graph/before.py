import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
step = tf.train.get_or_create_global_step()  # counts the updates
rate = tf.train.exponential_decay(0.1, step, 2, 0.5)
train = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=tf.train.get_global_step())

data = np.array([[1.0, 2.0], [3.0, 4.0]])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(4):
        sess.run(train, {x: data, y: data[:, :1]})
        print(tf.train.global_step(sess, step), sess.run(rate))
    print(sess.run(loss, {x: data, y: data[:, :1]}))
