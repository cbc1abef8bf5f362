import numpy as np
import tensorflow as tf

def normalise(a):
    a -= a.mean()
    return a
data = np.array([1.0, 2.0, 3.0], np.float32)
x = tf.placeholder(tf.float32, [3])
y = x * data
normalise(data)
with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 1.0, 1.0]}))
