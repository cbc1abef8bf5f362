import numpy as np
import tensorflow as tf

def main():
    x = tf.placeholder(tf.float32, [])
    predict_op = x * 2
    with tf.Session() as sess:
        return sess.run(predict_op, {x: 1.0}) + predict(1.0)
def predict(v):
    return v * 100
print(main())
