"""Sentence classification with convolutions of several widths over embedded words."""
import numpy as np
import tensorflow as tf

np.random.seed(33)
tf.set_random_seed(33)
sequence_length, vocab_size, embedding_size, num_filters = 8, 30, 6, 4
filter_sizes = [2, 3, 4]
sentences = np.random.randint(1, vocab_size, (60, sequence_length))
answers = np.eye(2)[((sentences == 7) | (sentences == 8)).any(1).astype(int)]

input_x = tf.placeholder(tf.int32, [None, sequence_length], name="input_x")
input_y = tf.placeholder(tf.float32, [None, 2], name="input_y")
dropout_keep_prob = tf.placeholder(tf.float32, name="dropout_keep_prob")

# Embedding layer
with tf.name_scope("embedding"):
    W = tf.Variable(tf.random_uniform([vocab_size, embedding_size], -1.0, 1.0), name="W")
    embedded_chars = tf.nn.embedding_lookup(W, input_x)
    embedded_chars_expanded = tf.expand_dims(embedded_chars, -1)

# A convolution and a pooling for each filter size
pooled_outputs = []
for i, filter_size in enumerate(filter_sizes):
    with tf.name_scope("conv-maxpool-%s" % filter_size):
        filter_shape = [filter_size, embedding_size, 1, num_filters]
        F = tf.Variable(tf.truncated_normal(filter_shape, stddev=0.1), name="W")
        b = tf.Variable(tf.constant(0.1, shape=[num_filters]), name="b")
        conv = tf.nn.conv2d(embedded_chars_expanded, F, strides=[1, 1, 1, 1], padding="VALID", name="conv")
        h = tf.nn.relu(tf.nn.bias_add(conv, b), name="relu")
        pooled = tf.nn.max_pool(h, ksize=[1, sequence_length - filter_size + 1, 1, 1], strides=[1, 1, 1, 1],
                                padding='VALID', name="pool")
        pooled_outputs.append(pooled)

num_filters_total = num_filters * len(filter_sizes)
h_pool_flat = tf.reshape(tf.concat(pooled_outputs, 3), [-1, num_filters_total])
h_drop = tf.nn.dropout(h_pool_flat, dropout_keep_prob)
scores = tf.layers.dense(h_drop, 2, name="scores")
loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=scores, labels=input_y))
correct = tf.equal(tf.argmax(scores, 1), tf.argmax(input_y, 1))
accuracy = tf.reduce_mean(tf.cast(correct, "float"), name="accuracy")
train_op = tf.train.AdamOptimizer(1e-2).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(12):
        rows = np.random.choice(60, 20, replace=False)
        feed_dict = {input_x: sentences[rows], input_y: answers[rows], dropout_keep_prob: 0.5}
        _, value, right = sess.run([train_op, loss, accuracy], feed_dict)
        if step % 4 == 0:
            print("step {}, loss {:.4f}, acc {:.3f}".format(step, value, right))
    print("%.4f" % sess.run(loss, {input_x: sentences, input_y: answers, dropout_keep_prob: 1.0}))
