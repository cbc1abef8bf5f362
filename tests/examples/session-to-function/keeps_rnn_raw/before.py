import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3, 2])
cell = tf.nn.rnn_cell.GRUCell(4)
outputs, _, _ = tf.nn.raw_rnn(cell, lambda time, output, state, loop: (time > 2, x[:, 0], state, output, loop))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(outputs, {x: [[[1.0, 2.0]] * 3]}))
