from random import shuffle

import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(2.0)
b = tf.Variable(1.0)
loss = tf.reduce_mean(tf.square(x * w + b))
opt = tf.train.GradientDescentOptimizer(0.1)
variables = tf.trainable_variables()
shuffle(variables)
sums = [tf.Variable(tf.zeros_like(v.initialized_value()), trainable=False) for v in variables]
pairs = opt.compute_gradients(loss, variables)
add = [sums[i].assign_add(pair[0]) for i, pair in enumerate(pairs)]
train = opt.apply_gradients([(sums[i], pair[1]) for i, pair in enumerate(pairs)])  # all at once

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        sess.run(add, {x: [1.0, 2.0]})
    sess.run(train)
    print(sess.run([w, b]))
