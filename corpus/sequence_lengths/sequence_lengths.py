"""A classifier of sequences of different length."""
import numpy as np
import tensorflow as tf

np.random.seed(0)
tf.set_random_seed(1)
steps, width, hidden = 7, 3, 8
data = np.random.randn(40, steps, width).astype(np.float32)
lengths = np.random.randint(1, steps + 1, size=40)
labels = np.eye(2)[(data[:, 0].sum(1) > 0).astype(int)]

x = tf.placeholder(tf.float32, [None, steps, width])
n = tf.placeholder(tf.int32, [None])
y = tf.placeholder(tf.float32, [None, 2])

# one layer of memory
cell = tf.nn.rnn_cell.BasicLSTMCell(hidden, forget_bias=0.5, state_is_tuple=True)
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32, sequence_length=n)
logits = tf.layers.dense(state.h, 2)
loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits_v2(logits=logits, labels=y))
train = tf.train.AdamOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(20):
        _, c = sess.run([train, loss], {x: data, n: lengths, y: labels})
        if i % 5 == 4:
            print("epoch", i, "loss %.3f" % c)
    some = sess.run(outputs, {x: data[:2], n: lengths[:2]})
    print("zero past the end:", [int((np.abs(row).sum(1) > 0).sum()) == length for row, length in zip(some, lengths)])
    final = sess.run(state, {x: data, n: lengths})
    print("state", final.h.shape, "%.2f" % np.abs(final.c).mean())
