import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3, 2])


def encode(values, units=[4]):
    cell = tf.nn.rnn_cell.GRUCell(units[0])
    return tf.nn.dynamic_rnn(cell, values, dtype=tf.float32)[0]


outputs = [encode(each) for each in [x]]

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(outputs, {x: [[[1.0, 2.0]] * 3]}))
