import numpy as np
import tensorflow as tf

w = tf.Variable([3.0, -3.0])
x = tf.placeholder(tf.float32, [2])
loss = tf.reduce_sum(w * x)
opt = tf.train.GradientDescentOptimizer(0.1)
gvs = opt.compute_gradients(loss, [w])
capped = []
for g, v in gvs:
    capped.append((tf.clip_by_value(g, -1.0, 1.0), v))
t = opt.apply_gradients(capped)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: [5.0, 0.5]})
    print(sess.run(w))
