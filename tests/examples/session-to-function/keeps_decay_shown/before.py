import tensorflow as tf


def decayed(name, shape, wd):
    w = tf.get_variable(name, shape, initializer=tf.ones_initializer())
    decay = wd * tf.nn.l2_loss(w)
    tf.add_to_collection("losses", decay)
    print(decay)
    return w


x = tf.placeholder(tf.float32, [None, 2])
w = decayed("w", [2, 1], 0.1)
loss = tf.add_n(tf.get_collection("losses")) + tf.reduce_mean(tf.matmul(x, w))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
