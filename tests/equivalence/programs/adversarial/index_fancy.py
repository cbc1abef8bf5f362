import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [3])
a, b = x * 2, x + 1
with tf.Session() as sess:
    print(sess.run([a, b], {x: [1, 2, 3]})[0][1])
    print(sess.run(a, {x: [1, 2, 3]})[::2])
    print(sess.run([a, b], {x: [1, 2, 3]})[-1][-1])
    i = 1
    print(sess.run([a, b], {x: [1, 2, 3]})[i])
    print(sess.run((a, b), {x: [1, 2, 3]})[1:])
    print(sess.run({'a': a}, {x: [1, 2, 3]})['a'].tolist())
    print(sess.run(a, {x: [1, 2, 3]}).sum(), len(sess.run([a, b], {x: [1, 2, 3]})))
