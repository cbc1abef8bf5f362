import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
z = x * 2
arr = np.zeros(2)
fd = {x: arr}
with tf.Session() as sess:
    for i in range(3):
        arr[0] = i
        print(sess.run(z, fd))
