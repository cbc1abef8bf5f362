import numpy as np
import tensorflow as tf
from pkg.nets import network
from pkg.ops import squared


def main():
    x = tf.placeholder(tf.float32, [None, 3])
    loss = squared(network(x))
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(3):
            _, cost = sess.run([train, loss], {x: np.ones([4, 3])})
            print(step, cost)


if __name__ == '__main__':
    main()
