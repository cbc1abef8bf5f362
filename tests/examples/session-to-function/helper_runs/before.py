import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [None])
w = tf.Variable(1.0)
pred = w * x
loss = tf.reduce_mean(tf.square(pred - y))
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
sess = tf.Session()


def evaluate(points, wanted):
    """The loss on other points."""
    return sess.run(loss, feed_dict={x: points, y: wanted})


def predict(points):
    return sess.run(pred, {x: points})


sess.run(tf.global_variables_initializer())
for _ in range(2):
    sess.run(train_op, {x: [1.0], y: [3.0]})
print(evaluate([1.0], [3.0]), predict([2.0]))
