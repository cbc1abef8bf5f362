import time
import tensorflow as tf
import numpy as np
start = time.time()
x = tf.placeholder(tf.float32, [])
y = x + 0.0 * (time.time() - start)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
