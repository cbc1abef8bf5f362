import numpy as np
import tensorflow as tf

def main(rate):
    tf.reset_default_graph()
    w = tf.Variable(1.0)
    train = tf.train.GradientDescentOptimizer(rate).minimize(w * w)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(2):
            sess.run(train)
        return sess.run(w)
print(main(0.1))
print(main(0.2))
