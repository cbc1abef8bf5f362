import argparse

import tensorflow as tf


def main(args):
    """Fits a line."""
    x = tf.placeholder(tf.float32, [None])
    w = tf.Variable(0.0)
    loss = tf.reduce_mean(tf.square(w * x - 2.0 * x))
    train_op = tf.train.GradientDescentOptimizer(args.rate).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(args.steps):
            sess.run(train_op, feed_dict={x: [1.0, 2.0]})
        print("w = %.4f" % sess.run(w))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--steps", type=int, default=3)
    main(parser.parse_args([]))
