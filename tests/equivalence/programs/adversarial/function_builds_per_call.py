import numpy as np
import tensorflow as tf

def predict(v):
    x = tf.placeholder(tf.float32, [])
    y = x * v
    with tf.Session() as sess:
        return sess.run(y, {x: 2.0})
print(predict(1.0), predict(3.0))
