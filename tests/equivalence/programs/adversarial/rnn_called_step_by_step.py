"""Cells that are called: in loops, in their first round without reuse, in functions, in comprehensions, in loops of
the graph. The decoder is fed the truth in one loop and its own words in another."""
import numpy as np
import tensorflow as tf

steps, size, words = 3, 4, 5
source = tf.placeholder(tf.int32, [None, steps])
target = tf.placeholder(tf.int32, [None, steps])
start = tf.constant_initializer(0.1)
table = tf.constant(np.cos(np.arange(words * size)).reshape([words, size]), tf.float32)
with tf.variable_scope("encoder"):
    reader = tf.nn.rnn_cell.GRUCell(size, kernel_initializer=start)
    _, thought = tf.nn.dynamic_rnn(reader, tf.nn.embedding_lookup(table, source), dtype=tf.float32)
w = tf.Variable(np.sin(np.arange(size * words)).reshape([size, words]).astype(np.float32))
writer = tf.nn.rnn_cell.GRUCell(size, kernel_initializer=start)
go = tf.fill([tf.shape(source)[0]], 0)
state = thought
losses = []
with tf.variable_scope("decoder") as scope:
    for step in range(steps):
        # the truth is what it said before
        if step != 0:
            scope.reuse_variables()
        word = go if step == 0 else target[:, step - 1]
        output, state = writer(tf.nn.embedding_lookup(table, word), state)
        logits = tf.matmul(output, w)
        losses.append(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=target[:, step], logits=logits))
loss = tf.reduce_mean(tf.add_n(losses))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)

said, own = go, thought
answers = []
for step in range(steps):
    with tf.name_scope("say"):
        output, own = writer(tf.nn.embedding_lookup(table, said), own)
        with tf.variable_scope("decoder", reuse=True):
            said = tf.cast(tf.argmax(tf.matmul(output, w), 1), tf.int32)
    answers.append(said)
answer = tf.stack(answers, 1)

lstm = tf.nn.rnn_cell.LSTMCell(2, initializer=tf.constant_initializer(0.3))


def again(value, memory):
    return lstm(value, memory)


inputs = tf.nn.embedding_lookup(table, source)
both = [again(inputs[:, step], lstm.zero_state(tf.shape(source)[0], tf.float32)) for step in range(steps)]
first = both[0][0]
memory = tf.nn.rnn_cell.LSTMStateTuple(c=both[-1][1].c, h=both[0][1].h)
final = tf.scan(lambda old, value: lstm(value, old)[1], tf.transpose(inputs, [1, 0, 2]), initializer=memory)
_, last = tf.while_loop(
    lambda time, old: time < 2, lambda time, old: (time + 1, writer(inputs[:, time], old)[1]), [0, thought]
)

a, b = [[1, 2, 3], [4, 3, 2]], [[3, 2, 1], [2, 3, 4]]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(4):
        print(sess.run([train, loss], {source: a, target: b})[1])
    print(sess.run(answer, {source: a}).tolist())
    print(sess.run([first, last], {source: a}))
    memories = sess.run(final, {source: a})
    print(memories.c.shape, memories.h[-1])
