import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
p = x * w
q = p + 1
loss = q * p
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    d = sess.run({'p': p, 'q': q}, {x: 1.0})
    print(d['q'], d['p'])
    sess.run(t, {x: 1.0})
    e = sess.run([q, {'m': (p, q)}], {x: 1.0})
    print(e[1]['m'][0], e[0])
    f = sess.run({'p': p, 'q': q}, {x: 2.0})
    print(sorted(f.items()))
    g = sess.run({'q': q, 'p': p}, {x: 2.0})
    print(list(g), g['p'])
    print(sess.run([p, q], {x: 2.0}), sess.run((q, p), {x: 2.0}))
