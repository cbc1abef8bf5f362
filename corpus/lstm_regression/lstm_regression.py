'''
Predicts one wave from another with an LSTM. The last state of a window is the first state of the next one.
'''

import numpy as np
import tensorflow as tf

# Parameters
TIME_STEP = 10
CELL_SIZE = 16
BATCH = 2
LR = 0.02

tf.set_random_seed(3)

tf_x = tf.placeholder(tf.float32, [None, TIME_STEP, 1])
tf_y = tf.placeholder(tf.float32, [None, TIME_STEP, 1])

# Recurrent part
lstm = tf.nn.rnn_cell.LSTMCell(num_units=CELL_SIZE)
first_state = lstm.zero_state(batch_size=BATCH, dtype=tf.float32)   # nothing remembered yet
outputs, last_state = tf.nn.dynamic_rnn(
    lstm,
    tf_x,
    initial_state=first_state,
    time_major=False,
)
flat = tf.reshape(outputs, [-1, CELL_SIZE])     # one row for each step
prediction = tf.reshape(tf.layers.dense(flat, 1), [-1, TIME_STEP, 1])

loss = tf.losses.mean_squared_error(labels=tf_y, predictions=prediction)
train_op = tf.train.AdamOptimizer(LR).minimize(loss)

sess = tf.Session()
sess.run(tf.global_variables_initializer())

state = sess.run(first_state)
for step in range(30):
    start = step * np.pi
    time = np.linspace(start, start + np.pi, TIME_STEP)
    x = np.stack([np.sin(time), np.sin(time / 2)])[:, :, np.newaxis]
    y = np.stack([np.cos(time), np.cos(time / 2)])[:, :, np.newaxis]
    _, cost, state = sess.run([train_op, loss, last_state], {tf_x: x, tf_y: y, first_state: state})
    if step % 10 == 9:
        print('step', step, 'loss %.3f' % cost)
print('memory', state.c.shape, 'output', state.h.shape, '%.2f' % np.abs(state.h).max())
sess.close()
