import functools
import tensorflow as tf
x = tf.placeholder(tf.float32, [])
y = functools.reduce(lambda a, b: a * b, [x, x + 1, x + 2])
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
