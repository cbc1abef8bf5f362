import numpy as np
import tensorflow as tf

data = np.zeros(3, np.float32)
x = tf.placeholder(tf.float32, [3])
y = x + data
data[0] = 5.0
with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 1.0, 1.0]}))
