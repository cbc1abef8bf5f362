import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def critic(x, reuse=None):
    with tf.variable_scope("critic", reuse=reuse):
        h = tf.layers.dense(x, 3, activation=tf.nn.tanh, kernel_initializer=tf.constant_initializer(0.2), name="h")
        return tf.layers.dense(h, 1, kernel_initializer=tf.constant_initializer(0.3), name="o")

x = tf.placeholder(tf.float32, [None, 4])
e = tf.placeholder(tf.float32, [None, 4])
real = critic(x)
fake = critic(e, True)
mid = 0.5 * x + 0.5 * e
grads = tf.gradients(critic(mid, True), [mid])[0]
penalty = tf.reduce_mean(tf.square(tf.norm(grads, axis=1) - 1.0))
loss = tf.reduce_mean(fake) - tf.reduce_mean(real) + 10.0 * penalty
train = tf.train.AdamOptimizer(0.05, 0.5, 0.9).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print(sess.run([train, loss], {x: data, e: data[::-1]})[1])
