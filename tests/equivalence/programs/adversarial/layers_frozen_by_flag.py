"""A function with a flag for trainable."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
one = tf.ones_initializer()

def net(x, scope, trainable):
    with tf.variable_scope(scope):
        return tf.layers.dense(x, 2, kernel_initializer=one, trainable=trainable, name='l')

h = net(x, 'a', True)
g = net(x, 'b', False)
loss = tf.reduce_mean(tf.square(h + g - 1.0))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: np.ones((2, 2))})
    print(sess.run([h, g], {x: np.ones((2, 2))}))
