import tensorflow as tf
from tensorflow import gradients as slopes

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable([[0.5], [1.5]])
score = tf.square(tf.matmul(x, w))
slope = slopes(score, x)[0]
penalty = tf.reduce_sum(tf.square(slope))
train = tf.train.GradientDescentOptimizer(1e-4).minimize(penalty)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(score, {x: [[1.0, 2.0]]}))
    sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(score, {x: [[1.0, 2.0]]}), sess.run(w))
