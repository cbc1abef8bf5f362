import numpy as np
import tensorflow as tf

stack = [2.0, 3.0]
x = tf.placeholder(tf.float32, [])
y = x * stack.pop()
print(stack)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
