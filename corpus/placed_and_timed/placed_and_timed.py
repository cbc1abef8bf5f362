"""Devices, session options, and a clock around training, as benchmarks have them."""
import time

import numpy as np
import tensorflow as tf

tf.set_random_seed(51)
rng = np.random.RandomState(51)
batch_size, n_in, n_out = 16, 10, 3
config = tf.ConfigProto(allow_soft_placement=True, log_device_placement=False)
config.gpu_options.allow_growth = True

with tf.device('/cpu:0'):
    inputs = tf.placeholder(tf.float32, [batch_size, n_in])
    labels = tf.placeholder(tf.int32, [batch_size])
    W = tf.Variable(tf.truncated_normal([n_in, n_out], stddev=0.1), name='W')
    b = tf.Variable(tf.zeros([n_out]), name='b')
with tf.device('/gpu:0'):
    logits = tf.nn.xw_plus_b(inputs, W, b)
    loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
    train_op = tf.train.GradientDescentOptimizer(0.3).minimize(loss)

means = rng.randn(n_out, n_in)
start_time = time.time()
durations = []
with tf.Session(config=config) as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(15):
        kinds = rng.randint(0, n_out, batch_size)
        rows = means[kinds] + 0.5 * rng.randn(batch_size, n_in)
        before = time.time()
        _, loss_value = sess.run([train_op, loss], feed_dict={inputs: rows, labels: kinds})
        durations.append(time.time() - before)
        if step % 5 == 0:
            print('step %d: loss %.4f' % (step, loss_value))
assert time.time() - start_time >= sum(durations)
print('timed', len(durations))
