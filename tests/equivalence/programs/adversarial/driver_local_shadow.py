import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
sess = tf.Session()
def predict(x_value):
    y_value = sess.run(y, {x: x_value})
    return y_value
def evaluate(values):
    total = 0.0
    for v in values:
        total += predict(v)
    return total
print(evaluate([1.0, 2.0]))
