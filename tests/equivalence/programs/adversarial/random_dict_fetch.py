import numpy as np
import tensorflow as tf

x0 = tf.placeholder(tf.float32, [])
x1 = tf.placeholder(tf.float32, [])
v0 = tf.Variable(2.0)
v1 = tf.Variable(3.0)
p0 = 3.0
p1 = 0.5
p2 = 0.5
t0 = tf.square(x0) * 0.1
t1 = x0 * 3.0
t2, t3 = x1 + p1, v1 * t0
for k in [-1.0, 2.0]:
    t1 = t1 * 0.5 + k
def f0(a):
    return tf.tanh(a) + p1
t4 = t1 * v0
sess = tf.Session()
sess.run(tf.global_variables_initializer())
def go(u):
    r = sess.run(t2, {x0: u, x1: 1.0})
    return float(r) * 2
print(go(1.0))
for i in range(2):
    d = sess.run({'m': t1, 'n': t4}, {x0: p0, x1: 2.0})
    print(d['n'], d['m'])
print(sess.run(t4, {x0: float(np.random.rand()), x1: -1.0}))
for i in range(3):
    print(sess.run(t2, {x1: p1, x0: p2}))
    print(float(sum(sess.run(t0, {x0: q, x1: 1.0}) for q in [1.0, 2.0])))
print(go(2.0))
print(sess.run([v0, v1]))
