import tensorflow as tf
import tensorflow.contrib.slim as slim

x = tf.placeholder(tf.float32, [None, 2])
with slim.arg_scope([slim.fully_connected], activation_fn=tf.nn.elu):
    make = slim.fully_connected if x.shape[1] == 2 else slim.flatten
    y = make(x, 2)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
