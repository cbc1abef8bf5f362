import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable([[0.3], [0.2]], tf.float32)  # the dtype stands where `trainable` is asked for
b = tf.Variable(np.zeros(1, np.float32), tf.float32, name="b")
scale = tf.Variable(
    1.0,  # an own comment
    tf.float32)
shift = tf.Variable(0.5, False)
count = tf.Variable(np.zeros(2), "count")
with tf.variable_scope("last"):
    last = tf.Variable([0.1], tf.float32, name="last")
y = (tf.matmul(x, w) + b) * scale + shift + last
loss = tf.reduce_mean(y)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run([w, b, scale, shift, count, last]))
