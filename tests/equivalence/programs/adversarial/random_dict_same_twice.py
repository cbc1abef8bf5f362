import numpy as np
import tensorflow as tf

x0 = tf.placeholder(tf.float32, [])
x1 = tf.placeholder(tf.float32, [])
v0 = tf.Variable(1.5)
p0 = 2.0
ks = [2.0, -1.0]
t0 = x0 * x1
op0 = tf.assign(v0, v0 * t0 * 0.5)
for k in [1.5, 3.0]:
    t0 = t0 * 0.5 + k
t1 = sum([v0 + x1, v0 + x0])
p0 *= 0.5
op1 = tf.train.AdagradOptimizer(0.05).minimize(tf.square(v0 * t1 + t1), var_list=[v0])
sess = tf.Session()
sess.run(tf.global_variables_initializer())
sess.run(op0, {x0: 0.5, x1: 1.5})
print(sess.run([v0]))
d = sess.run({'m': t0, 'n': t0}, {x1: 3.0, x0: p0})
print(d['n'], d['m'])
sess.run(op1, {x0: p0, x1: float(np.random.rand())})
print(sess.run([t0, t1, t0], {x1: float(np.random.rand()), x0: float(np.random.rand())})[1])
print(sess.run([v0]))
