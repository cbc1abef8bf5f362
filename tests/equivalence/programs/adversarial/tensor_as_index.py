import numpy as np
import tensorflow as tf

table = tf.Variable([1.0, 2.0, 3.0])
i = tf.placeholder(tf.int32, [])
y = table[i]
z = table[1:][i]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([y, z], {i: 1}))
