import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def weight_variable(name, shape):
    return tf.get_variable(name, shape, initializer=tf.constant_initializer(0.2))

x = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("s", reuse=tf.AUTO_REUSE):
    W = weight_variable("a", [4, 4])
    V = weight_variable("a", [4, 4])
out = tf.matmul(tf.matmul(x, W), V)

loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        _, c = sess.run([train, loss], {x: data})
        print(i, c)
    print(sess.run(out, {x: data})[:2])
