"""Two LSTM layers that go on where the last batch ended: the states of all layers are fed as nested tuples."""
import numpy as np
import tensorflow as tf

np.random.seed(3)
tf.set_random_seed(3)

num_epochs = 3
total_length = 240
truncated_length = 6
state_size = 4
num_layers = 2
batch_size = 4
num_batches = total_length // batch_size // truncated_length


def generate_data():
    x = np.random.choice(2, total_length, p=[0.5, 0.5])
    y = np.roll(x, 2)      # the answer is what came two steps before
    y[0:2] = 0
    return x.reshape((batch_size, -1)), y.reshape((batch_size, -1))


batchX = tf.placeholder(tf.float32, [batch_size, truncated_length])
batchY = tf.placeholder(tf.int32, [batch_size, truncated_length])

init_state = tf.placeholder(tf.float32, [num_layers, 2, batch_size, state_size])
state_per_layer = tf.unstack(init_state, axis=0)
rnn_tuple_state = tuple(
    [tf.nn.rnn_cell.LSTMStateTuple(state_per_layer[idx][0], state_per_layer[idx][1]) for idx in range(num_layers)]
)

W2 = tf.Variable(np.random.rand(state_size, 2), dtype=tf.float32)
b2 = tf.Variable(np.zeros((1, 2)), dtype=tf.float32)

# Forward passes
cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.LSTMCell(state_size) for _ in range(num_layers)])
states_series, current_state = tf.nn.dynamic_rnn(cell, tf.expand_dims(batchX, -1), initial_state=rnn_tuple_state)
states_series = tf.reshape(states_series, [-1, state_size])
logits = tf.matmul(states_series, W2) + b2
labels = tf.reshape(batchY, [-1])

losses = tf.nn.sparse_softmax_cross_entropy_with_logits(logits=logits, labels=labels)
total_loss = tf.reduce_mean(losses)
train_step = tf.train.AdagradOptimizer(0.3).minimize(total_loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    loss_list = []
    for epoch_idx in range(num_epochs):
        x, y = generate_data()
        _current_state = np.zeros((num_layers, 2, batch_size, state_size))
        for batch_idx in range(num_batches):
            start_idx = batch_idx * truncated_length
            end_idx = start_idx + truncated_length
            _total_loss, _train_step, _current_state = sess.run(
                [total_loss, train_step, current_state],
                feed_dict={
                    batchX: x[:, start_idx:end_idx],
                    batchY: y[:, start_idx:end_idx],
                    init_state: _current_state
                })
            loss_list.append(_total_loss)
        print("epoch", epoch_idx, "loss %.4f" % loss_list[-1])
    print("state of the second layer", np.round(_current_state[1].h[0], 3))
