import tensorflow as tf
from tensorflow.contrib.layers import batch_norm, fully_connected

x = tf.placeholder(tf.float32, [None, 2])
y = fully_connected(x, 3, normalizer_fn=batch_norm)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
