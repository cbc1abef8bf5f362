import numpy as np
import tensorflow as tf

log = []
x = tf.placeholder(tf.float32, [])
ys = [x * k for k in (1.0, 2.0) if not log.append(k)]
print(log)
with tf.Session() as sess:
    print(sess.run(ys, {x: 1.0}))
