import numpy as np
import tensorflow as tf

np.random.seed(3)
x = tf.placeholder(tf.float32, [])
w = tf.Variable(2.0)
y = w * x
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(w, {x: float(np.random.rand())}))
    print(sess.run(y, {x: float(np.random.rand())}))
