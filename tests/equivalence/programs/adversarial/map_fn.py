import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(3.0)
y = tf.map_fn(lambda e: e * w + 1, x)
g = tf.gradients(tf.reduce_sum(y), w)[0]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([y, g], {x: [1.0, 2.0]}))
