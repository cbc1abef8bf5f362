import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
keep = tf.placeholder(tf.float32, [])
w = tf.Variable([[1.0], [2.0]])
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) * keep - y))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)


def rates():
    print("asked")
    return 0.25


rows, truth = [[1.0, 2.0]], [[3.0]]
base = {x: rows, y: truth}
rows = [[5.0, 6.0]]

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        feed = {x: [[1.0, step]], y: truth, keep: 0.5}
        test = feed.copy()
        test[keep] = 1.0
        feed[keep] = rates()
        sess.run(train, feed_dict=feed)
        print(sess.run(loss, feed_dict=test))
        print(sess.run(loss, feed_dict={**base, keep: 1.0}))
        print(sess.run(loss, feed_dict={**feed, x: rows}))
        other = dict(base)
        other.update({keep: rates()})
        print(sess.run(loss, other))
        last = {keep: 0.75}
        last.update(base)
        print(sess.run(loss, last))
