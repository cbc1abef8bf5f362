import numpy as np
import tensorflow as tf

w = tf.Variable([3.0, -3.0])
x = tf.placeholder(tf.float32, [2])
loss = tf.reduce_sum(w * x)
opt = tf.train.GradientDescentOptimizer(0.1)
gvs = opt.compute_gradients(loss)
for i, (g, v) in enumerate(gvs):
    if g is not None:
        gvs[i] = (tf.clip_by_norm(g, 1.0), v)
t = opt.apply_gradients(gvs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: [5.0, 0.5]})
    print(sess.run(w))
