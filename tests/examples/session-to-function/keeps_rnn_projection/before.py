import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3, 2])
outputs, state = tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(4, num_proj=3), x, dtype=tf.float32)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(outputs, {x: [[[1.0, 2.0]] * 3]}))
