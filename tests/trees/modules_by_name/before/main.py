import numpy as np
import tensorflow as tf
import ops as layers
from lib import act

x = tf.placeholder(tf.float32, [None, 3])
out = act.leaky(layers.dense(x, 3,
                              2, 'out'))
loss = layers.squared(out) + layers.STDDEV
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        _, cost = sess.run([train, loss], {x: np.ones([4, 3])})
        print(step, cost)
