import numpy as np
import tensorflow as tf

np.random.seed(1)
n_steps, dim = 3, 4
video = tf.placeholder(tf.float32, [2, n_steps, 5])
label = tf.placeholder(tf.float32, [2, dim])
lstm1 = tf.nn.rnn_cell.BasicLSTMCell(dim, state_is_tuple=True)
lstm2 = tf.nn.rnn_cell.BasicLSTMCell(dim, state_is_tuple=True)
state1 = lstm1.zero_state(2, tf.float32)
state2 = lstm2.zero_state(2, tf.float32)
padding = tf.zeros([2, dim])
loss = 0.0
for i in range(n_steps):
    if i > 0:
        tf.get_variable_scope().reuse_variables()

    with tf.variable_scope("LSTM1"):
        output1, state1 = lstm1(video[:, i, :], state1)

    with tf.variable_scope("LSTM2"):  # above the other
        output2, state2 = lstm2(tf.concat([padding, output1], 1), state2)
    loss += tf.reduce_mean(tf.square(output2 - label))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for k in range(4):
        _, cost = sess.run([train, loss], {video: np.random.rand(2, 3, 5), label: np.random.rand(2, 4)})
        print("%.4f" % cost)
