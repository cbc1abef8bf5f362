import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3, 2])
cell = tf.nn.rnn_cell.BasicLSTMCell(4)
start = cell.zero_state(1, tf.float32)
outputs, state = tf.nn.dynamic_rnn(cell, x, initial_state=start)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(outputs, {x: [[[1.0, 2.0]] * 3], start.c: [[0.0] * 4]}))
