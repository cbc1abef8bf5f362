import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0)
rate = {a: 0.1, b: 0.2}
x = tf.placeholder(tf.float32, [])
y = x * (a * rate[a] + b * rate[b])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 1.0}))
