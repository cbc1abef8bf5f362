import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def linear(x, n):
    w = tf.get_variable("w", [4, n], initializer=tf.constant_initializer(0.1))
    return tf.matmul(x, w)

x = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("a"):
    p = linear(x, 4)
with tf.variable_scope("b"):
    q = linear(x, 4)
with tf.variable_scope("a", reuse=True):
    r = linear(q, 4)
out = p + q * r
names = [v.name for v in tf.trainable_variables()]
print(names)

loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        _, c = sess.run([train, loss], {x: data})
        print(i, c)
    print(sess.run(out, {x: data})[:2])
