import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [3])
w = tf.Variable([1.0, 2.0, 3.0])
y = x * w
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    r = sess.run(y, {x: [1, 1, 1]})
    r += 1
    r[0] = 100
    v = sess.run(w)
    v *= 2
    a, b = sess.run([y, w], {x: [1, 1, 1]})
    b[:] = 0
    print(r, v, a, b, sess.run(w))
