import numpy as np
import tensorflow as tf

it = (k for k in [1.0, 2.0, 3.0])
x = tf.placeholder(tf.float32, [])
ys = [x * k for k in it]
print(list(it))
with tf.Session() as sess:
    print(sess.run(ys, {x: 1.0}))
    print(sess.run(ys[1], {x: 1.0}))
