import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def weight_variable(name, shape):
    initer = tf.constant_initializer(0.2)
    return tf.get_variable('W_' + name,
                           dtype=tf.float32,
                           shape=shape,
                           initializer=initer)  # the weights

def bias_variable(name, shape):
    initial = tf.constant(0.1, shape=shape, dtype=tf.float32)
    return tf.get_variable('b_' + name, dtype=tf.float32, initializer=initial)

x = tf.placeholder(tf.float32, [None, 4])
W = weight_variable("a", [4, 3])
b = bias_variable("a", [3])
h = tf.matmul(x, W) + b
V = weight_variable("b", shape=[3, 2])
b2 = bias_variable("b", [2])
out = tf.matmul(tf.nn.relu(h), V) + b2

loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        _, c = sess.run([train, loss], {x: data})
        print(i, c)
    print(sess.run(out, {x: data})[:2])
