import tensorflow as tf
from somewhere import attention

x = tf.placeholder(tf.float32, [None, 4])
y = attention(x)

with tf.Session() as sess:
    print(sess.run(y, {x: [[1.0, 2.0, 3.0, 4.0]]}))
