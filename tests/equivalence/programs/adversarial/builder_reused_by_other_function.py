import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def generator(z):
    with tf.variable_scope("generator"):
        w = tf.get_variable("w", [4, 2], initializer=tf.constant_initializer(0.3))
        return tf.nn.tanh(tf.matmul(z, w))

def sampler(z):
    with tf.variable_scope("generator") as scope:
        scope.reuse_variables()
        w = tf.get_variable("w", [4, 2], initializer=tf.constant_initializer(0.3))
        return 10.0 * tf.nn.sigmoid(tf.matmul(z, w))

x = tf.placeholder(tf.float32, [None, 4])
out = generator(x)
s = sampler(x)
loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print(sess.run([train, loss], {x: data})[1], sess.run(s, {x: data})[0])
