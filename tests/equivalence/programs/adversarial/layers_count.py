import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.dense(x, 3, kernel_initializer=tf.ones_initializer())
n = sum(int(np.prod(v.get_shape().as_list())) for v in tf.trainable_variables())
print(n)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h, {x: [[2.0, 1.0]]}))
