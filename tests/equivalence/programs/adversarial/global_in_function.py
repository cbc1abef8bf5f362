import numpy as np
import tensorflow as tf

scale = 2.0
def set_scale(v):
    global scale
    scale = v
x = tf.placeholder(tf.float32, [])
y = x * scale
set_scale(5.0)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
