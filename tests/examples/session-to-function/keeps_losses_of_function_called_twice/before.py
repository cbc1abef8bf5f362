import tensorflow as tf


def total(logits):
    mean = tf.reduce_mean(tf.square(logits))
    tf.add_to_collection("losses", mean)
    return tf.add_n(tf.get_collection("losses"), name="total")


x = tf.placeholder(tf.float32, [None, 2])
w = tf.get_variable("w", [2, 1])
loss = total(tf.matmul(x, w)) + total(tf.matmul(2.0 * x, w))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
