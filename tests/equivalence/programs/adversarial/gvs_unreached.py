import numpy as np
import tensorflow as tf

u = tf.Variable(1.0)
w = tf.Variable(2.0)
loss = w * w
opt = tf.train.GradientDescentOptimizer(0.1)
gvs = opt.compute_gradients(loss)
print(len(gvs))
clipped = [(tf.clip_by_value(g, -1.0, 1.0), v) for g, v in gvs if g is not None]
train = opt.apply_gradients(clipped)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run([u, w]))
