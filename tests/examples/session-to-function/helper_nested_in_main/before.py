import tensorflow as tf


def main():
    x = tf.placeholder(tf.float32, [])
    w = tf.Variable(1.0)
    y = x * w
    train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.square(y))
    sess = tf.Session()

    def step(v):
        _, out = sess.run([train, x * 2.0], {x: v})
        return out

    sess.run(tf.global_variables_initializer())
    print(step(1.0), step(2.0), sess.run(w))


main()
