import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.dense(x, 1, kernel_initializer=tf.constant_initializer(0.5))
loss = tf.reduce_mean(h * h)
tvars = tf.trainable_variables()
grads, _ = tf.clip_by_global_norm(tf.gradients(loss, tvars), 1.0)
t = tf.train.AdamOptimizer(0.1).apply_gradients(zip(grads, tvars))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(t, {x: [[1.0, 2.0]]})
        print(sess.run(loss, {x: [[1.0, 2.0]]}))
