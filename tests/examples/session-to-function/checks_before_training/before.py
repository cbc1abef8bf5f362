import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None])
w = tf.Variable([[0.5], [0.5]])
same = tf.assert_equal(tf.shape(x)[0], tf.shape(y)[0], message="one label for each row")
with tf.control_dependencies([same, tf.Assert(tf.reduce_all(y >= 0.0), [y])]):
    score = tf.matmul(x, w)
loss = tf.reduce_mean(tf.square(tf.check_numerics(score, "score") - tf.expand_dims(y, 1)))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

rows = np.array([[1.0, 2.0], [0.5, -1.0]])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, cost = sess.run([train, loss], {x: rows, y: [1.0, 0.0]})
        print(cost)
    sess.run(same, {x: rows, y: [1.0, 0.0]})
    try:
        sess.run(score, {x: rows, y: [-1.0, 0.0]})
    except tf.errors.InvalidArgumentError:
        print("refused")
