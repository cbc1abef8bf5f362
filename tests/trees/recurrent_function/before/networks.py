import tensorflow as tf
from tensorflow.contrib import rnn


def predict(x, weights, size, cell_type='gru'):
    """What the last output of a recurrent network says."""
    # the cell
    cell = rnn.GRUCell(size)
    with tf.variable_scope('reader'):
        outputs, _ = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
    return tf.matmul(outputs[:, -1, :], weights)
