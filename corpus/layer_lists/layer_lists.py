"""Deep networks from lists of sizes: weights in lists, a loop that stacks them, and heads made by a comprehension."""
import numpy as np
import tensorflow as tf

rng = np.random.RandomState(15)
sizes = [6, 12, 8]
n_heads = 3
data = rng.randn(64, 6).astype(np.float32)
marks = np.stack([data[:, 0], data[:, 1] * data[:, 2], data.sum(1)], 1).astype(np.float32)

x = tf.placeholder(tf.float32, [None, sizes[0]], name='x')
y = tf.placeholder(tf.float32, [None, n_heads], name='y')

weights = [tf.Variable(rng.normal(0, 0.3, (n_in, n_out)).astype(np.float32))
           for n_in, n_out in zip(sizes[:-1], sizes[1:])]
biases = [tf.Variable(tf.zeros([n_out])) for n_out in sizes[1:]]
head_weights = [tf.Variable(rng.normal(0, 0.3, (sizes[-1], 1)).astype(np.float32)) for _ in range(n_heads)]

# the trunk
layer = x
for w, b in zip(weights, biases):
    layer = tf.nn.relu(tf.matmul(layer, w) + b)

heads = [tf.matmul(layer, w) for w in head_weights]
together = tf.concat(heads, axis=1)
losses = [tf.reduce_mean(tf.square(head[:, 0] - y[:, i])) for i, head in enumerate(heads)]
l2 = sum(tf.nn.l2_loss(w) for w in weights)
cost = tf.add_n(losses) + 1e-3 * l2
train_op = tf.train.AdamOptimizer(0.02).minimize(cost)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(5):
        for i in range(0, 64, 16):
            sess.run(train_op, feed_dict={x: data[i:i + 16], y: marks[i:i + 16]})
        print(epoch, 'cost: %.4f' % sess.run(cost, feed_dict={x: data, y: marks}))
    per_head = sess.run(losses, {x: data, y: marks})
    print(' '.join('%.3f' % v for v in per_head))
    print(sess.run(together, {x: data[:2]}).shape)
