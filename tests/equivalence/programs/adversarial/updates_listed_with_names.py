import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
a = tf.Variable(tf.zeros([2]))
b = tf.Variable(tf.ones([2]))
ops = list()
ops.append(a.assign_add(x))
ops.append(tf.group(b.assign(b * x)))
pairs = []
for v, w in [(a, 2.0), (b, 3.0)]:
    pairs.append(v.assign(v * w))
for v in [1, 2]:
    print([v for w in range(2)])
empty = []
for v in []:
    empty.append(v.assign(v))
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(2):
        s.run(ops, {x: [1.0, 2.0]})
        s.run(pairs)
        print(s.run([a, b]))
    print(s.run(a), s.run(b))
