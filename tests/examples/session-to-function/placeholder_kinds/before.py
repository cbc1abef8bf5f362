import numpy as np
import tensorflow as tf

a = tf.placeholder(tf.float64, shape=(2, 2), name="a")
b = tf.placeholder("float", [None])
c = tf.placeholder(tf.int32)
d = tf.placeholder(dtype=tf.int64, shape=[])
e = tf.placeholder(tf.string, [None])
f = tf.placeholder(tf.bool, [])
g = tf.placeholder(tf.uint8, [None, None, 3])

whole = tf.reduce_sum(a)
half = b / 2.0
more = c + 1
joined = tf.string_join([e, "!"])
negated = tf.logical_not(f)
light = tf.reduce_mean(tf.cast(g, tf.float32))

with tf.Session() as sess:
    print(sess.run(whole, {a: np.eye(2)}), sess.run(half, {b: [1, 3]}), sess.run(more, {c: [[1], [2]]}))
    print(sess.run(d * d, {d: 7}), sess.run(joined, {e: ["x", "y"]}), sess.run(negated, {f: 1 > 2}))
    print(sess.run(light, {g: np.ones([2, 2, 3], np.uint8)}))
