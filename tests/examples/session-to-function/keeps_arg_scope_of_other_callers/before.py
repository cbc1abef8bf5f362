import tensorflow as tf
import tensorflow.contrib.slim as slim


def layer(inputs):
    return slim.fully_connected(inputs, 2)


x = tf.placeholder(tf.float32, [None, 2])
with slim.arg_scope([slim.fully_connected], activation_fn=tf.nn.elu):
    h = layer(x)
y = layer(h)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
