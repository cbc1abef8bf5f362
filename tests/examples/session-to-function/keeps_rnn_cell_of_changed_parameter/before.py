import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3, 2])


def encode(values, size):
    size = size * 2
    cell = tf.nn.rnn_cell.GRUCell(size)
    return tf.nn.dynamic_rnn(cell, values, dtype=tf.float32)[0]


outputs = encode(x, 4)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(outputs, {x: [[[1.0, 2.0]] * 3]}))
