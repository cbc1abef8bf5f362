import tensorflow as tf

def dynamic_rnn(cell, x):
    return tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)


x = tf.placeholder(tf.float32, [None, 3, 2])
outputs, state = dynamic_rnn(tf.nn.rnn_cell.GRUCell(4), x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(outputs, {x: [[[1.0, 2.0]] * 3]}))
