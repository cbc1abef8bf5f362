import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(w * w)
sess = tf.Session()
def fit(steps):
    sess.run(tf.global_variables_initializer())
    for _ in range(steps):
        sess.run(train)
    return sess.run(w)
print(fit(1))
print(fit(2))
