import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
i = tf.placeholder(tf.int32, [2])
b = tf.placeholder(tf.bool, [2])
ys = [-x, abs(x), x ** 2, 2 ** x, x % 2, 7 // i, i // 2, i / 2, x > 0, ~b, b & True, b | False, x[::-1], x[..., tf.newaxis][0], 1 - x, 1 / x]
with tf.Session() as sess:
    for y in sess.run(ys, {x: [-1.5, 2.5], i: [-3, 3], b: [True, False]}):
        print(y, y.dtype)
