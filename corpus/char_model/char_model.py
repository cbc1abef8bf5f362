"""Learns to write the next letter: embedding, two layers of GRU cells, dropout, clipped gradients."""
import numpy as np
import tensorflow as tf

text = "the quick brown fox jumps over the lazy dog " * 20
chars = sorted(set(text))
index = np.array([chars.index(c) for c in text])
tf.set_random_seed(4)
batch, steps, size, layers = 4, 10, 16, 2

inputs = tf.placeholder(tf.int32, [batch, steps])
targets = tf.placeholder(tf.int32, [batch, steps])
keep_prob = tf.placeholder(tf.float32)

def make_cell():
    cell = tf.nn.rnn_cell.GRUCell(size)
    return tf.nn.rnn_cell.DropoutWrapper(cell, output_keep_prob=keep_prob)

cell = tf.nn.rnn_cell.MultiRNNCell([make_cell() for _ in range(layers)])
initial = cell.zero_state(batch, tf.float32)
embedding = tf.get_variable("embedding", [len(chars), size])
with tf.variable_scope("decoder"):
    outputs, last = tf.nn.dynamic_rnn(cell, tf.nn.embedding_lookup(embedding, inputs), initial_state=initial)
logits = tf.layers.dense(outputs, len(chars))
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=targets, logits=logits))
tvars = tf.trainable_variables()
grads, _ = tf.clip_by_global_norm(tf.gradients(loss, tvars), 5.0)
optimizer = tf.train.AdamOptimizer(0.01)
train_op = optimizer.apply_gradients(zip(grads, tvars))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        state = sess.run(initial)
        for i in range(8):
            at = (np.arange(batch)[:, None] * 100 + i * steps + np.arange(steps))
            feed = {inputs: index[at], targets: index[at + 1], initial: state, keep_prob: 0.8}
            cost, state, _ = sess.run([loss, last, train_op], feed)
        print("epoch", epoch, "%.2f" % cost)
    print("%.2f" % sess.run(loss, {inputs: index[at], targets: index[at + 1], keep_prob: 1.0}))
