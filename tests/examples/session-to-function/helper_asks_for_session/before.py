import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [None])
w = tf.Variable(1.0)
loss = tf.reduce_mean(tf.square(w * x - y))
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)


def evaluate(points, wanted):
    """The mean over batches."""
    total = 0
    sess = tf.get_default_session()
    for offset in range(0, len(points), 2):
        cost = sess.run(loss, feed_dict={x: points[offset:offset + 2], y: wanted[offset:offset + 2]})
        total += cost
    return total


def quick(points):
    return tf.get_default_session().run(loss, {x: points, y: points})


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        sess.run(train_op, {x: [1.0], y: [3.0]})
    print(evaluate([1.0, 2.0], [3.0, 1.0]), quick([1.0]))
