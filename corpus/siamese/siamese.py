"""A siamese network: two towers over the same layers, a contrastive loss, and distances of new pairs."""
from __future__ import print_function
import numpy as np
import tensorflow as tf

np.random.seed(17)
tf.set_random_seed(17)
centers = np.random.randn(4, 8)
kinds = np.random.randint(0, 4, 100)
points = centers[kinds] + 0.4 * np.random.randn(100, 8)


def network(x):
    with tf.variable_scope('fc1'):
        net = tf.layers.dense(x, 16, activation=tf.nn.relu, name='dense')
    with tf.variable_scope('fc2'):
        net = tf.layers.dense(net, 2, name='dense')
    return net


x1 = tf.placeholder(tf.float32, [None, 8])
x2 = tf.placeholder(tf.float32, [None, 8])
y_ = tf.placeholder(tf.float32, [None])

with tf.variable_scope("siamese") as scope:
    o1 = network(x1)
    scope.reuse_variables()
    o2 = network(x2)

margin = 2.0
eucd2 = tf.reduce_sum(tf.pow(tf.subtract(o1, o2), 2), 1)
eucd = tf.sqrt(eucd2 + 1e-6, name="eucd")
pos = tf.multiply(y_, eucd2)
neg = tf.multiply(1.0 - y_, tf.pow(tf.maximum(margin - eucd, 0), 2))
loss = tf.reduce_mean(pos + neg, name="loss")
train_step = tf.train.GradientDescentOptimizer(0.05).minimize(loss)

sess = tf.InteractiveSession()
tf.global_variables_initializer().run()
for step in range(25):
    i, j = np.random.randint(0, 100, 16), np.random.randint(0, 100, 16)
    same = (kinds[i] == kinds[j]).astype('float')
    _, loss_v = sess.run([train_step, loss], feed_dict={x1: points[i], x2: points[j], y_: same})
    if step % 8 == 0:
        print('step %d: loss %.3f' % (step, loss_v))
embedded = o1.eval({x1: points[:6]})
print('spread %.3f' % embedded.std())
print('distances', np.round(sess.run(eucd, {x1: points[:3], x2: points[3:6]}), 3))
