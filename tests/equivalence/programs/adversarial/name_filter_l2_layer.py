import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.dense(x, 2, kernel_initializer=tf.ones_initializer(), name='hidden')
o = tf.layers.dense(h, 1, kernel_initializer=tf.ones_initializer(), name='out')
l2 = tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables() if 'hidden' in v.name])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([o, l2], {x: [[1.0, 2.0]]}))
