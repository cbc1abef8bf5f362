import tensorflow as tf

RATE = 0.1


def train(points):
    x = tf.placeholder(tf.float32, [None])
    w = tf.Variable(1.0, name="w")
    loss = tf.reduce_mean(tf.square(w * x))
    step = tf.train.GradientDescentOptimizer(RATE).minimize(loss)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for point in points:
            sess.run(step, {x: [point]})


def evaluate():
    a = tf.placeholder(tf.float32, [])
    b = a + 1.0
    with tf.Session() as sess:
        return sess.run(b, {a: 1.0})


if __name__ == "__main__":
    train([1.0, 2.0])
    print(evaluate())
