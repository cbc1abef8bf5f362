import tensorflow as tf


def decayed(name, shape, wd):
    w = tf.get_variable(name, shape, initializer=tf.ones_initializer())
    if wd is not None:
        decay = tf.multiply(tf.nn.l2_loss(w), wd)
        tf.add_to_collection("losses", decay)
    return w


def net(inputs, reuse=None):
    with tf.variable_scope("net", reuse=reuse):
        w = decayed("w", [2, 1], wd=0.1)
        return tf.matmul(inputs, w)


x = tf.placeholder(tf.float32, [None, 2])
y = net(x) - net(2.0 * x, reuse=True)
tf.add_to_collection("losses", tf.reduce_mean(y))
loss = tf.add_n(tf.get_collection("losses"))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
