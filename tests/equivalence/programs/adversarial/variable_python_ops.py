import numpy as np
import tensorflow as tf

w = tf.Variable([1.0, 2.0], name='w')
print(w.name, w.shape.as_list(), w.dtype.base_dtype.name, w.get_shape().ndims)
n = int(w.get_shape()[0])
x = tf.placeholder(tf.float32, [])
y = w * x / n
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 1.0}))
