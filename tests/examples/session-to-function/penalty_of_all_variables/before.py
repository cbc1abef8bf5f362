"""The penalty reaches a variable that nothing else in the loss reads: it is trained too."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]))
other = tf.Variable([3.0])
fixed = tf.Variable([1.0], trainable=False)
loss = tf.reduce_mean(tf.square(tf.matmul(x, w))) + 0.1 * tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables()])
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: np.ones([3, 2])})
    print(sess.run([w, other, fixed]))
