"""Which graph is built is said on the command line: activation, optimizer, a penalty and dropout."""
import argparse

import numpy as np
import tensorflow as tf

parser = argparse.ArgumentParser()
parser.add_argument('--activation', default='tanh', choices=['tanh', 'relu'])
parser.add_argument('--optimizer', default='momentum')
parser.add_argument('--weight_decay', type=float, default=1e-3)
parser.add_argument('--dropout', action='store_true')
parser.add_argument('--steps', type=int, default=16)
args = parser.parse_args()

np.random.seed(40)
tf.set_random_seed(40)
data = np.random.randn(48, 4)
kinds = (np.abs(data[:, 0]) > 0.7).astype(np.int64)

x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.int64, [None])
w1 = tf.Variable(tf.random_normal([4, 10], stddev=0.4))
b1 = tf.Variable(tf.zeros([10]))
w2 = tf.Variable(tf.random_normal([10, 2], stddev=0.4))

hidden = tf.matmul(x, w1) + b1
if args.activation == 'tanh':
    hidden = tf.tanh(hidden)
else:
    hidden = tf.nn.relu(hidden)
if args.dropout:
    hidden = tf.nn.dropout(hidden, 0.8)
scores = tf.matmul(hidden, w2)
loss = tf.losses.sparse_softmax_cross_entropy(labels=y, logits=scores)
if args.weight_decay:
    loss += args.weight_decay * (tf.nn.l2_loss(w1) + tf.nn.l2_loss(w2))

if args.optimizer == 'momentum':
    train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
else:
    train = tf.train.AdamOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(args.steps):
        _, value = sess.run([train, loss], {x: data, y: kinds})
        if step % 5 == 0:
            print('step %d loss %.4f' % (step, value))
    print('right %d' % (sess.run(scores, {x: data}).argmax(1) == kinds).sum())
