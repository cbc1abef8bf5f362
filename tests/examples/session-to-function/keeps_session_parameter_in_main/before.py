import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.reduce_sum(x)


def evaluate(session, values):
    return session.run(y, {x: values})


if __name__ == "__main__":
    with tf.Session() as sess:
        print(evaluate(sess, [1.0]))
