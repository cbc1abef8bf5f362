import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
def predict(sess, v):
    return sess.run(y, {x: v})
with tf.Session() as sess:
    print(predict(sess, 3.0))
