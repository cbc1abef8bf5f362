import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
p = x * w
loss = p * p
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    r = sess.run({'train': t, 'loss': loss, 'more': [p, t]}, {x: 1.0})
    print(r['train'], r['loss'], r['more'][0], r['more'][1])
    (_, l), m = sess.run([(t, loss), {'p': p}], {x: 1.0})
    print(l, m['p'], sess.run(w))
