import tensorflow as tf
import tensorflow.contrib.slim as slim

x = tf.placeholder(tf.float32, [None, 2])
activation = tf.nn.elu
with slim.arg_scope([slim.fully_connected], activation_fn=activation):
    activation = tf.nn.tanh
    h = slim.fully_connected(x, 2)
y = activation(h)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
