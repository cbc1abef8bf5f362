import math
import tensorflow as tf
x = tf.placeholder(tf.float32, [])
y = x * math.pi
math.pi = 3.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
math.pi = 3.141592653589793
