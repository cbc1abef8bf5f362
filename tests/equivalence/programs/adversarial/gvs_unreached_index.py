import numpy as np
import tensorflow as tf

u = tf.Variable(1.0)
w = tf.Variable(2.0)
loss = w * w
opt = tf.train.GradientDescentOptimizer(0.1)
gvs = opt.compute_gradients(loss)
train = opt.apply_gradients([(gvs[1][0] * 0.5, gvs[1][1])])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run([u, w]))
