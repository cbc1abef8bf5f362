import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
v = tf.Variable(np.ones(2, np.float32))
w = tf.Variable(tf.zeros([2]) + 2.0)
y = v * x
z = w * x
grow = tf.assign(v, z)
init = tf.global_variables_initializer()

with tf.Session() as sess:
    sess.run(init)
    print(sess.run(z, {x: [1.0, 3.0]}))
with tf.Session():
    init.run()
    print(w.eval(), y.eval({x: [0.0, 1.0]}))
with tf.Session() as sess:
    sess.run(init)
    # it is read before and after
    print(sess.run(y, {x: [1.0, 3.0]}))
    print(sess.run(grow, {x: [1.0, 3.0]}))
    print(sess.run(y, {x: [1.0, 3.0]}))
