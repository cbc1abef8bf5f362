import tensorflow as tf
from tensorflow.contrib.layers import conv2d

x = tf.placeholder(tf.float32, [None, 1, 4, 4])
y = conv2d(x, 3, 2, data_format="NCHW")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[[[1.0] * 4] * 4]]}))
