import numpy as np
import tensorflow as tf

np.random.seed(0)
steps, size = 4, 5
x = tf.placeholder(tf.float32, [None, steps, 3])
y = tf.placeholder(tf.float32, [None, 1])
cell = tf.nn.rnn_cell.BasicLSTMCell(size)
state = cell.zero_state(2, tf.float32)
outputs = []
with tf.variable_scope("RNN") as scope:
    for step in range(steps):
        if step > 0:
            scope.reuse_variables()  # the same weights in all steps
        output, state = cell(x[:, step, :], state)
        outputs.append(output)
with tf.variable_scope("out"):
    w = tf.get_variable("w", [cell.output_size, 1])
prediction = tf.matmul(outputs[-1], w)
loss = tf.reduce_mean(tf.square(prediction - y))
train = tf.train.AdamOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        feed = {x: np.random.rand(2, steps, 3), y: np.random.rand(2, 1)}
        _, cost = sess.run([train, loss], feed_dict=feed)
        print(cost)
    print(sess.run(state, {x: np.ones([2, steps, 3])}).h)
