import tensorflow as tf


def decayed(name, shape):
    w = tf.get_variable(name, shape, initializer=tf.ones_initializer())
    tf.add_to_collection("losses", tf.nn.l2_loss(tf.nn.dropout(w, 0.5)))
    return w


x = tf.placeholder(tf.float32, [None, 2])
w = decayed("w", [2, 1])
loss = tf.add_n(tf.get_collection("losses")) + tf.reduce_mean(tf.matmul(x, w))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
