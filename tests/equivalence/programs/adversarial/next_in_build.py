import numpy as np
import tensorflow as tf

it = iter([2.0, 3.0, 4.0])
x = tf.placeholder(tf.float32, [])
y = x * next(it)
print(next(it))
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
