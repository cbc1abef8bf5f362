import numpy as np
import tensorflow as tf


def forger(z):
    with tf.variable_scope("g"):
        w = tf.get_variable("w", [2, 3], initializer=tf.ones_initializer())
        return tf.matmul(z, w)


def police(x, reuse=False):
    with tf.variable_scope("d", reuse=reuse):
        w = tf.get_variable("w", [3, 1], initializer=tf.ones_initializer())
        b = tf.get_variable("b", [1], initializer=tf.zeros_initializer())
        return tf.matmul(x, w) + b


x = tf.placeholder(tf.float32, [None, 3])
z = tf.placeholder(tf.float32, [None, 2])
scale = tf.Variable(1.0, name="scale_of_d")
real = police(x) * scale
fake = police(forger(z), reuse=True)
d_loss = tf.reduce_mean(fake - real)
g_loss = -tf.reduce_mean(fake)
variables = tf.trainable_variables()
# what the police learn
d_vars = [var for var in variables if "d/" in var.name or var.name.startswith("scale")]
optimizer = tf.train.GradientDescentOptimizer(0.1)
d_train = optimizer.minimize(d_loss, var_list=d_vars)
g_train = optimizer.minimize(g_loss, var_list=[v for v in tf.trainable_variables() if not v.name.startswith("d")
                                               and "scale" not in v.name])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        _, one = sess.run([d_train, d_loss], {x: np.ones([2, 3]), z: np.ones([2, 2])})
        _, two = sess.run([g_train, g_loss], {z: np.ones([2, 2])})
        print(one, two)
