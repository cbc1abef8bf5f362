import numpy as np
import tensorflow as tf

v = tf.Variable(1)
x = tf.placeholder(tf.int32, [])
inc = tf.assign_add(v, x)
y = x * 10
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    n, r = sess.run([inc, y], feed_dict={x: 3})
    print(n, r)
