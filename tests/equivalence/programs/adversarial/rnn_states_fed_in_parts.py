"""A language model: states of several cells are fed part by part, and fetched under a key of a dictionary."""
import numpy as np
import tensorflow as tf

batch, steps, size, words = 2, 3, 4, 6
inputs = tf.placeholder(tf.int32, [batch, steps])
targets = tf.placeholder(tf.int32, [batch, steps])
given = tf.constant_initializer(0.15)
cell = tf.contrib.rnn.MultiRNNCell([tf.contrib.rnn.LSTMCell(size, initializer=given) for _ in range(2)])
initial_state = cell.zero_state(batch, tf.float32)
table = tf.Variable(np.cos(np.arange(words * size)).reshape([words, size]).astype(np.float32))
x = tf.nn.embedding_lookup(table, inputs)
outputs = []
state = initial_state
with tf.variable_scope("RNN"):
    for step in range(steps):
        if step > 0:
            tf.get_variable_scope().reuse_variables()
        (output, state) = cell(x[:, step, :], state)
        outputs.append(output)
w = tf.Variable(np.sin(np.arange(size * words)).reshape([size, words]).astype(np.float32))
logits = tf.matmul(tf.reshape(tf.concat(outputs, 1), [-1, size]), w)
cost = tf.reduce_mean(
    tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.reshape(targets, [-1]), logits=logits)
)
final_state = state
train_op = tf.train.GradientDescentOptimizer(0.5).minimize(cost)

top = tf.nn.rnn_cell.LSTMCell(3, initializer=given)
start = top.zero_state(batch, tf.float32)
with tf.variable_scope("top"):
    above, end = top(tf.reduce_mean(x, 1), start)

text = np.arange(2 * 13).reshape([2, 13]) % words
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for epoch in range(2):
        values = session.run(initial_state)
        for step in range(4):
            feed_dict = {inputs: text[:, step * 3:step * 3 + 3], targets: text[:, step * 3 + 1:step * 3 + 4]}
            for i, (c, h) in enumerate(initial_state):
                feed_dict[c] = values[i].c
                feed_dict[h] = values[i].h
            vals = session.run({"cost": cost, "final_state": final_state, "op": train_op}, feed_dict)
            values = vals["final_state"]
            print(vals["cost"], values[1].h[0])
    memory = session.run(start)
    for _ in range(2):
        out, memory = session.run([above, end], {inputs: text[:, :3], start.c: memory.c, start.h: memory.h})
        print(out[0], memory.c[1])
    pair = (np.ones([2, 3]), np.zeros([2, 3]))
    print(session.run(above, {inputs: text[:, :3], start: pair}))
