"""Binary classification where every question to the graph feeds something else.

Class weights are fed only while training, a threshold has a default, and the last question
starts in the middle of the graph.
"""
import numpy as np
import tensorflow as tf

np.random.seed(11)
tf.set_random_seed(11)

N, D = 1200, 40
true_w = np.random.randn(D)
features = np.random.randn(N, D)
targets = (np.dot(features, true_w) + np.random.randn(N) > 1.).astype(np.int64)
train_f, valid_f = features[:1000], features[1000:]
train_t, valid_t = targets[:1000], targets[1000:]

x = tf.placeholder(tf.float32, shape=(None, D), name='x')
t = tf.placeholder(tf.float32, shape=[None], name='t')
class_weight = tf.placeholder(tf.float32, shape=[2])     # weight of negatives, of positives
threshold = tf.placeholder_with_default(0.5, shape=[])   # rarely changed

w1 = tf.get_variable('w1', shape=[D, 64], initializer=tf.truncated_normal_initializer(stddev=0.1))
b1 = tf.get_variable('b1', shape=[64], initializer=tf.constant_initializer(0.1))
w2 = tf.get_variable('w2', shape=[64, 1])
b2 = tf.get_variable('b2', shape=[1], initializer=tf.zeros_initializer)

hidden = tf.nn.elu(tf.nn.xw_plus_b(x, w1, b1))
logits = tf.squeeze(tf.matmul(hidden, w2) + b2, axis=1)
probability = tf.sigmoid(logits)
decision = tf.to_float(probability > threshold)

# plain loss, and the one that is trained
entropy = tf.nn.sigmoid_cross_entropy_with_logits(labels=t, logits=logits)
loss = tf.reduce_mean(entropy)
l2 = tf.nn.l2_loss(w1) + tf.nn.l2_loss(w2)
weight = class_weight[0] * (1. - t) + class_weight[1] * t
objective = tf.reduce_mean(weight * entropy) + 1e-4 * l2
train = tf.train.AdamOptimizer(5e-3).minimize(objective)

recall = tf.reduce_sum(decision * t) / tf.maximum(tf.reduce_sum(t), 1.)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print('untrained loss %.4f' % sess.run(loss, {x: valid_f, t: valid_t}))

    for epoch in range(4):
        order = np.random.permutation(1000)
        for start in range(0, 1000, 100):
            rows = order[start:start + 100]
            sess.run(train, {x: train_f[rows], t: train_t[rows], class_weight: [1., 2.]})

        # how far are we?
        train_loss = sess.run(loss, {x: train_f, t: train_t})
        valid_loss, valid_recall = sess.run([loss, recall], {x: valid_f, t: valid_t})
        print('epoch %d: train %.4f valid %.4f recall %.3f' % (epoch, train_loss, valid_loss, valid_recall))
        if valid_loss > 2 * train_loss:
            print('overfitting')   # says so, goes on

    print('weights', '%.4f' % sess.run(l2))                                        # needs no feed at all
    print('first rows', np.round(sess.run(probability, {x: valid_f[:4]}), 3))      # needs no targets
    for level in [0.3, 0.7]:
        chosen = sess.run(decision, feed_dict={x: valid_f, threshold: level})
        print('above %.1f: %d' % (level, chosen.sum()))
    # what would these logits mean?
    print('from logits', np.round(sess.run(probability, {logits: [-2., 0., 2.]}), 3))
