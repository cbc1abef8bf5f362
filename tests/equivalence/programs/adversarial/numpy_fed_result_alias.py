import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [3])
y = tf.identity(x)
v = tf.Variable(np.zeros(3, np.float32))
put = tf.assign(v, x)
buf = np.ones(3, np.float32)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    r = sess.run(y, {x: buf})
    sess.run(put, {x: buf})
    buf[:] = 9.0
    print(r, sess.run(v))
    before = sess.run(v)
    sess.run(put, {x: buf})
    print(before)
    before[:] = -1.0
    print(sess.run(v))
