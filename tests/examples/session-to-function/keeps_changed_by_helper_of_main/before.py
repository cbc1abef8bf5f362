import tensorflow as tf
from prep import rescale


def double(rows):
    rows[0] = rows[0] * 2


def main():
    rates, weights = [2.0], [1.0]
    x = tf.placeholder(tf.float32, [])
    y = x * rates[0] + weights[0]
    double(rates)
    rescale(weights)
    z = y + rates[0] * weights[0]
    with tf.Session() as sess:
        print(sess.run(z, {x: 1.0}))


main()
