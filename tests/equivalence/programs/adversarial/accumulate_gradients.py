import numpy as np
import tensorflow as tf

w = tf.Variable([3.0, -3.0])
x = tf.placeholder(tf.float32, [2])
loss = tf.reduce_sum(w * x)
opt = tf.train.GradientDescentOptimizer(0.1)
tv = tf.trainable_variables()
accum = [tf.Variable(tf.zeros_like(v.initialized_value()), trainable=False) for v in tv]
zero = [a.assign(tf.zeros_like(a)) for a in accum]
gvs = opt.compute_gradients(loss, tv)
add = [accum[i].assign_add(g) for i, (g, v) in enumerate(gvs)]
t = opt.apply_gradients([(accum[i], v) for i, (g, v) in enumerate(gvs)])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(zero)
    for _ in range(2):
        sess.run(add, {x: [5.0, 0.5]})
    sess.run(t)
    print(sess.run(w))
