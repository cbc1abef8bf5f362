import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
weights = {"h": tf.Variable(tf.ones([2, 2])), "out": tf.Variable(tf.ones([2, 1]))}
bias = tf.Variable(tf.zeros([1]))
out = tf.matmul(tf.matmul(x, weights["h"]), weights["out"]) + bias
penalty = tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables()])
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_mean(out) + penalty)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(penalty), sess.run(out, {x: [[1.0, 1.0]]}))
