import tensorflow as tf


def weight(shape, name=None):
    initial = tf.constant(0.1, shape=shape)
    return tf.Variable(initial, name=name)


x = tf.placeholder(tf.float32, [None, 2])
w1 = weight([2, 3])
w2 = weight([3, 1], name="second")
out = tf.matmul(tf.nn.relu(tf.matmul(x, w1)), w2)
loss = tf.reduce_mean(out)
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(out, {x: [[1.0, 2.0]]}))
