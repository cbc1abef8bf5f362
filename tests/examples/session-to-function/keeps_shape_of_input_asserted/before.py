import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
assert x.get_shape().as_list() == [None, 4]
y = tf.reduce_sum(x)

with tf.Session() as sess:
    print(sess.run(y, {x: np.ones((2, 4))}))
