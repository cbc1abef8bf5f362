"""Training a variable that is not trainable, because it is named."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]), trainable=False)
v = tf.Variable(tf.ones([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w + v) - 1.0))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[w, v])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: np.ones((2, 2))})
    print(sess.run([w, v]))
