import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    for v in [1.0, 2.0]:
        if sess.run(y, {x: v}) > 10:
            break
    else:
        print(sess.run(y, {x: 5.0}))
