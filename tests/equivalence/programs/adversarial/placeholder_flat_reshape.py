import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
x_image = tf.reshape(x, [-1, 2, 2, 1])
with tf.Session() as sess:
    print(sess.run(x_image, {x: np.arange(8).reshape(2, 4)}).shape)
    print(sess.run(tf.shape(x_image)[0], {x: np.arange(8).reshape(2, 4)}))
