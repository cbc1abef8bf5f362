import tensorflow as tf


def decayed(name, shape, wd):
    w = tf.get_variable(name, shape, initializer=tf.ones_initializer())
    if wd is not None:
        decay = tf.multiply(tf.nn.l2_loss(w), wd)
        tf.add_to_collection("losses", decay)
    return w


def total(logits):
    mean = tf.reduce_mean(tf.square(logits))
    tf.add_to_collection("losses", mean)
    return tf.add_n(tf.get_collection("losses"), name="total")


def count():
    return float(len(tf.get_collection("losses")))


x = tf.placeholder(tf.float32, [None, 2])
w = decayed("w", [2, 1], 0.1)
loss = total(tf.matmul(x, w)) / count()
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
