import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [4, None, 3])
outputs, state = tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(5), x, dtype=tf.float32, time_major=True, scope="reader")
loss = tf.reduce_mean(tf.square(state))
train = tf.train.AdamOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: np.ones([4, 2, 3])})
    print(sess.run([outputs, state], {x: np.ones([4, 2, 3])})[0].shape)
