import sys

import tensorflow as tf

again = len(sys.argv) > 1
x = tf.placeholder(tf.float32, [None, 2])
y = tf.layers.dense(x, 2, name="a")
z = tf.layers.dense(y, 2, name="a", reuse=again)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(z, {x: [[1.0, 2.0]]}))
