import tensorflow as tf


def decayed(name, shape, wd):
    w = tf.get_variable(name, shape, initializer=tf.ones_initializer())
    if wd is not None:
        decay = tf.multiply(tf.nn.l2_loss(w), wd)
        tf.add_to_collection("losses", decay)
    return w


x = tf.placeholder(tf.float32, [None, 2])
w = decayed("w", [2, 1], 0.1)
unused = decayed("unused", [2, 1], 0.2)
mean = tf.reduce_mean(tf.matmul(x, w))
penalty = tf.add_n(tf.get_collection("losses"))
loss = mean + penalty
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
