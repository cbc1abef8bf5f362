import tensorflow as tf


def add_loss(logits):
    mean = tf.reduce_mean(tf.square(logits))
    tf.add_to_collection("losses", mean)


x = tf.placeholder(tf.float32, [None, 2])
w = tf.get_variable("w", [2, 1])
add_loss(tf.matmul(x, w))
loss = tf.add_n(tf.get_collection("losses"))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
