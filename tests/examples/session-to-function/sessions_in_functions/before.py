import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
w = tf.Variable([1.0, 2.0], name="w")
loss = tf.reduce_sum(tf.square(w * x - 1.0))
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)


def train(steps):
    """Trains and saves."""
    saver = tf.train.Saver()
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(steps):
            sess.run(step, feed_dict={x: [1.0, 1.5]})
        saver.save(sess, "model")
        return sess.run(loss, {x: [1.0, 1.0]})


def evaluate(path):
    saver = tf.train.Saver()
    sess = tf.Session()
    saver.restore(sess, path)
    print(sess.run(loss, {x: [1.0, 1.0]}), sess.run(w))
    sess.close()


def main(_):
    print(train(3))
    for path in ["model", "model"]:
        evaluate(path)


if __name__ == "__main__":
    tf.app.run()
