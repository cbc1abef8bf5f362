import numpy as np
import tensorflow as tf

order = list(range(3))
x = tf.placeholder(tf.float32, [3])
y = tf.gather(x, order)
order.reverse()
with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 2.0, 3.0]}))
