import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.square(x)


def evaluate(session, value):
    return session.run(y, {x: value})


with tf.Session() as sess:
    print(evaluate(sess, 1.0))
    print(list(map(evaluate, [sess, sess], [2.0, 3.0])))
