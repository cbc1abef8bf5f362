import numpy as np
import tensorflow as tf

pairs = zip([1.0, 2.0], [3.0, 4.0])
x = tf.placeholder(tf.float32, [])
ys = [x * a + b for a, b in pairs]
with tf.Session() as sess:
    print(sess.run(ys[0], {x: 1.0}))
    print(sess.run(ys[1], {x: 1.0}))
    print(sess.run(tf.add_n(ys), {x: 1.0}))
