import numpy as np
import tensorflow as tf

def train_step(v):
    return v * 100
def main():
    w = tf.Variable(1.0)
    t = tf.train.GradientDescentOptimizer(0.1).minimize(w * w)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(t)
        print(sess.run(w), train_step(2))
main()
