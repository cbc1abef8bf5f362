"""Entries of feed dictionaries that have effects: computed once, however often a run uses the dictionary."""
import numpy as np
import tensorflow as tf
rows = [np.ones(3) * i for i in range(20)]
x = tf.placeholder(tf.float32, [3])
y = tf.reduce_sum(x)
sess = tf.Session()
feed = {x: rows.pop()}
print([float(sess.run(y, feed)) for _ in range(3)])
feed1 = {x: rows.pop()}
print(rows.pop()[0], sess.run(y, feed1))
feed2 = {x: rows.pop()}
while sess.run(y, feed2) > 30 and rows:
    rows.clear()
print(len(rows))
rows += [np.ones(3) * i for i in range(5)]
later = iter(rows)
twice = {x: next(later)}
print(sess.run(y, twice), sess.run(y, twice), len(list(later)))
