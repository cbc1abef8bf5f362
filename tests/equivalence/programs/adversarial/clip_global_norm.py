import numpy as np
import tensorflow as tf

a = tf.Variable([3.0, 4.0])
b = tf.Variable(1.0)
loss = tf.reduce_sum(a * a) * b
opt = tf.train.AdamOptimizer(0.1)
grads, variables = zip(*opt.compute_gradients(loss))
grads, norm = tf.clip_by_global_norm(grads, 5.0)
train = opt.apply_gradients(zip(grads, variables))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        _, n = sess.run([train, norm])
        print(n)
    print(sess.run([a, b]))
