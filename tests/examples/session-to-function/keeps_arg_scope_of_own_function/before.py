import tensorflow as tf
import tensorflow.contrib.slim as slim


@slim.add_arg_scope
def layer(inputs, units=2):
    return slim.fully_connected(inputs, units)


x = tf.placeholder(tf.float32, [None, 2])
with slim.arg_scope([layer], units=3):
    y = layer(x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
