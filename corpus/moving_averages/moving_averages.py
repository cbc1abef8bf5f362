"""Averages of the weights follow training; the test error is measured with both."""
import numpy as np
import tensorflow as tf

np.random.seed(2)
inputs = np.random.rand(64, 4).astype(np.float32)
targets = (inputs.dot(np.array([[1.], [-1.], [2.], [0.]])) + 0.2 * np.random.randn(64, 1)).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 4], name='x-input')
y_ = tf.placeholder(tf.float32, [None, 1], name='y-input')

weights = tf.Variable(np.random.normal(0, 0.1, (4, 1)).astype(np.float32))
biases = tf.Variable(tf.constant(0.1, shape=[1]))
global_step = tf.Variable(0, trainable=False)

y = tf.matmul(x, weights) + biases
loss = tf.reduce_mean(tf.square(y - y_))

train_step = tf.train.GradientDescentOptimizer(0.1).minimize(loss, global_step=global_step)
variable_averages = tf.train.ExponentialMovingAverage(0.99, global_step)
with tf.control_dependencies([train_step]):
    train_op = variable_averages.apply(tf.trainable_variables())
average_y = tf.matmul(x, variable_averages.average(weights)) + variable_averages.average(biases)
average_loss = tf.reduce_mean(tf.square(average_y - y_))


with tf.Session() as sess:
    tf.global_variables_initializer().run()
    for i in range(30):
        if i % 10 == 0:
            now, average = sess.run([loss, average_loss], feed_dict={x: inputs[48:], y_: targets[48:]})
            print("After %d steps: %.4f, with averages %.4f" % (i, now, average))
        start = (i * 8) % 48
        sess.run(train_op, feed_dict={x: inputs[start:start + 8], y_: targets[start:start + 8]})
    print(np.round(sess.run(variable_averages.average(weights)).ravel(), 4))
    print(sess.run(global_step))
