"""A tagger: stacked GRU cells with dropout, unrolled over a list of steps."""
import numpy as np
import tensorflow as tf

np.random.seed(95)
tf.set_random_seed(95)
num_steps, num_classes, state_size, num_layers = 3, 2, 6, 2
signal = np.random.randint(0, num_classes, (48, num_steps))
tags = np.roll(signal, 1, axis=1)
tags[:, 0] = 0

x = tf.placeholder(tf.int32, [None, num_steps], name='input_placeholder')
y = tf.placeholder(tf.int32, [None, num_steps], name='labels_placeholder')
keep = tf.placeholder(tf.float32, [], name='keep')

rnn_inputs = tf.unstack(tf.one_hot(x, num_classes), axis=1)
layers = [tf.contrib.rnn.DropoutWrapper(tf.contrib.rnn.GRUCell(state_size), output_keep_prob=keep)
          for _ in range(num_layers)]
cell = tf.contrib.rnn.MultiRNNCell(layers, state_is_tuple=True)
rnn_outputs, final_state = tf.contrib.rnn.static_rnn(cell, rnn_inputs, dtype=tf.float32)

with tf.variable_scope('softmax'):
    W = tf.get_variable('W', [state_size, num_classes])
    b = tf.get_variable('b', [num_classes], initializer=tf.constant_initializer(0.0))
logits = [tf.matmul(rnn_output, W) + b for rnn_output in rnn_outputs]
predictions = [tf.nn.softmax(logit) for logit in logits]
y_as_list = tf.unstack(y, num=num_steps, axis=1)
losses = [tf.nn.sparse_softmax_cross_entropy_with_logits(labels=label, logits=logit)
          for logit, label in zip(logits, y_as_list)]
total_loss = tf.reduce_mean(losses)
train_step = tf.train.AdagradOptimizer(0.3).minimize(total_loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        for i in range(0, 48, 12):
            cost, _ = sess.run([total_loss, train_step], {x: signal[i:i + 12], y: tags[i:i + 12], keep: 0.9})
        print('epoch %d cost %.4f' % (epoch, cost))
    last = sess.run(predictions[-1], {x: signal[:3], keep: 1.0})
    print(np.round(last[:, 0], 3))
