import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.reduce_sum(x)


def evaluate(session, values):
    return session.run(y, {x: values})


with tf.Session() as sess:
    print(evaluate(sess, [1.0]))
