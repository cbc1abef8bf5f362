import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3, 2])
cell = tf.nn.rnn_cell.GRUCell(4)
outputs, state = cell(x[:, 0], cell.zero_state(1, tf.float32))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(outputs, {x: [[[1.0, 2.0]] * 3]}))
