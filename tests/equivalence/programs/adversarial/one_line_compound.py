import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
y = x * w
up = tf.assign_add(w, 1.0)
sess = tf.Session(); sess.run(tf.global_variables_initializer())
for i in range(3): sess.run(up)
if True: print(sess.run(y, {x: 1.0}))
while sess.run(w) < 6: sess.run(up)
print(sess.run(w))
