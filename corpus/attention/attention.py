"""Sequence to sequence by hand: an encoder, attention over its outputs, and a decoder that is told the truth."""
import numpy as np
import tensorflow as tf

np.random.seed(96)
tf.set_random_seed(96)
n_step, n_class, n_hidden = 4, 7, 6
source = np.random.randint(2, n_class, (30, n_step))
reverse = source[:, ::-1]
told = np.concatenate([np.ones((30, 1), int), reverse[:, :-1]], 1)    # 1 begins

enc_inputs = tf.placeholder(tf.float32, [None, None, n_class])
dec_inputs = tf.placeholder(tf.float32, [None, None, n_class])
targets = tf.placeholder(tf.int64, [None, None])

with tf.variable_scope('encode'):
    enc_cell = tf.nn.rnn_cell.BasicRNNCell(n_hidden)
    enc_outputs, enc_states = tf.nn.dynamic_rnn(enc_cell, enc_inputs, dtype=tf.float32)
with tf.variable_scope('decode'):
    dec_cell = tf.nn.rnn_cell.BasicRNNCell(n_hidden)
    dec_outputs, _ = tf.nn.dynamic_rnn(dec_cell, dec_inputs, initial_state=enc_states, dtype=tf.float32)

# dot attention
weights = tf.nn.softmax(tf.matmul(dec_outputs, enc_outputs, transpose_b=True))
context = tf.matmul(weights, enc_outputs)
model = tf.layers.dense(tf.concat([dec_outputs, context], 2), n_class, activation=None)
cost = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(logits=model, labels=targets))
optimizer = tf.train.AdamOptimizer(0.02).minimize(cost)
prediction = tf.argmax(model, 2)

eye = np.eye(n_class)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(12):
        _, loss = sess.run([optimizer, cost],
                           feed_dict={enc_inputs: eye[source], dec_inputs: eye[told], targets: reverse})
        if epoch % 4 == 3:
            print('Epoch:', '%04d' % (epoch + 1), 'cost =', '{:.4f}'.format(loss))
    some = {enc_inputs: eye[source[:2]], dec_inputs: eye[told[:2]]}
    print(sess.run(prediction, feed_dict=some).shape)
    print('attention', np.round(sess.run(weights, feed_dict=some)[0, 0], 3))
