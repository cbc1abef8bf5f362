"""Which of three kinds is a sequence? One LSTM reads it forwards, one backwards."""
import numpy as np
import tensorflow as tf
from tensorflow.contrib import rnn

steps, width, hidden, classes = 5, 4, 6, 3
np.random.seed(0)
tf.set_random_seed(2)
data = np.random.randn(60, steps, width)
labels = np.eye(classes)[np.argmax(data[:, 1, :classes], 1)]

X = tf.placeholder("float", [None, steps, width])
Y = tf.placeholder("float", [None, classes])
weights = {'out': tf.Variable(tf.random_normal([2 * hidden, classes]))}
biases = {'out': tf.Variable(tf.random_normal([classes]))}


def BiRNN(x, weights, biases):
    # one tensor for each step
    x = tf.unstack(x, steps, 1)

    # forward cell
    fw_cell = rnn.BasicLSTMCell(hidden, forget_bias=1.0)
    # backward cell
    bw_cell = rnn.BasicLSTMCell(hidden, forget_bias=1.0)

    try:
        outputs, _, _ = rnn.static_bidirectional_rnn(fw_cell, bw_cell, x, dtype=tf.float32)
    except Exception:
        outputs = rnn.static_bidirectional_rnn(fw_cell, bw_cell, x, dtype=tf.float32)
    return tf.matmul(outputs[-1], weights['out']) + biases['out']

logits = BiRNN(X, weights, biases)
loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=logits, labels=Y))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.argmax(logits, 1), tf.argmax(Y, 1)), tf.float32))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(20):
        sess.run(train, feed_dict={X: data, Y: labels})
        if i % 5 == 0:
            print(i, "%.3f %.2f" % tuple(sess.run([loss, accuracy], feed_dict={X: data, Y: labels})))
