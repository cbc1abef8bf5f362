import tensorflow as tf
from tensorflow.contrib import rnn


def predict(x, weights, size, cell_type='gru'):
    """What the last output of a recurrent network says."""
    with tf.variable_scope('reader'):
        outputs, _ = tf.nn.dynamic_rnn(rnn.GRUCell(size), x, dtype=tf.float32)
    return tf.matmul(outputs[:, -1, :], weights)
