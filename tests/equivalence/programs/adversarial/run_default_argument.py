import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    def f(v=sess.run(y, {x: 4.0})):
        return v
    print(f())
