import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.dense(x, 2, kernel_initializer=tf.ones_initializer(), bias_initializer=tf.ones_initializer())
l2 = tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables() if 'bias' not in v.name])
total = tf.reduce_sum(h) + l2
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([l2, total], {x: [[1.0, 2.0]]}))
