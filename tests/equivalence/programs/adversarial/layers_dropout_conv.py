import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4, 4, 1])
training = tf.placeholder(tf.bool)
c = tf.layers.conv2d(x, 2, 3, padding='same', activation=tf.nn.relu, kernel_initializer=tf.constant_initializer(0.1))
p = tf.layers.max_pooling2d(c, 2, 2)
f = tf.layers.flatten(p)
d = tf.layers.dropout(f, 0.5, training=training)
o = tf.layers.dense(d, 1, kernel_initializer=tf.constant_initializer(0.1))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(o, {x: np.ones((2, 4, 4, 1)), training: False}))
    print(sess.run(o, {x: np.ones((1, 4, 4, 1)), training: True}).shape)
