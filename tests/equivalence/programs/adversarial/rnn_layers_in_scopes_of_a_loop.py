"""Two layers by hand, each in a scope inside of the loop; dropout that is fed; states that go on from run to run."""
import numpy as np
import tensorflow as tf

frames = tf.placeholder(tf.float32, [2, 3, 5])
keep = tf.placeholder(tf.float32, [])
given = tf.constant_initializer(0.2)
lower = tf.nn.rnn_cell.LSTMCell(4, initializer=given)
upper = tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.LSTMCell(4, initializer=given), output_keep_prob=keep)
first_lower = lower.zero_state(2, tf.float32)
first_upper = upper.zero_state(2, tf.float32)
state_lower, state_upper = first_lower, first_upper
nothing = tf.zeros([2, 4])
total = 0.0
for i in range(3):
    if i > 0:
        tf.get_variable_scope().reuse_variables()

    with tf.variable_scope("lower"):
        """the frame"""
        below, state_lower = lower(frames[:, i, :], state_lower)

    with tf.variable_scope("upper"), tf.device("/cpu:0"):  # sees both
        joined = tf.concat([nothing,
                            below], 1)
        above, state_upper = upper(joined, state_upper)
    total += tf.reduce_sum(tf.square(above - 0.5))
train = tf.train.GradientDescentOptimizer(0.1).minimize(total)

data = np.linspace(-1, 1, 30).reshape([2, 3, 5])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    c, h = sess.run(first_lower)
    for _ in range(3):
        feed = {frames: data, keep: 1.0, first_lower: (c, h)}
        _, cost, (c, h) = sess.run([train, total, state_lower], feed_dict=feed)
        print(cost, h[0])
    print(sess.run(state_upper, {frames: data, keep: 1.0}).c)
