import tensorflow as tf

class Plain(tf.nn.rnn_cell.RNNCell):
    state_size = 2
    output_size = 2

    def call(self, inputs, state):
        return inputs + state, inputs


x = tf.placeholder(tf.float32, [None, 3, 2])
outputs, state = tf.nn.dynamic_rnn(Plain(), x, dtype=tf.float32)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(outputs, {x: [[[1.0, 2.0]] * 3]}))
