import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
ws = [tf.Variable(1.0), tf.Variable(2.0)]
n = 0
h = x
for w in ws:
    h = h * w
    n += 1
print(n)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h, {x: 3.0}), n)
