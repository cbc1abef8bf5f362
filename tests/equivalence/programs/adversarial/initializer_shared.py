import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

init = tf.random_normal_initializer(stddev=0.5)

def net(x, name, n, w_init):
    w = tf.get_variable(name, [4, n], initializer=w_init)
    return tf.matmul(x, w), tf.reduce_sum(w)

x = tf.placeholder(tf.float32, [None, 4])
a = tf.get_variable("a", [4, 4], initializer=init)
b = tf.get_variable("b", [4, 4], initializer=init)
h1, s1 = net(x, "c", 4, init)
h2, s2 = net(h1, "d", 4, init)
h3 = tf.layers.dense(x, 4, kernel_initializer=init)
h4 = tf.layers.dense(x, 4, kernel_initializer=init)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    A, B = sess.run([a, b])
    print((A == B).any())
    A, B = sess.run([s1, s2], {x: data})
    print(A == B)
    A, B = sess.run([h3, h4], {x: data})
    print((A == B).any())
