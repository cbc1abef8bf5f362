import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2], name="x")
y = tf.placeholder(tf.float32, [None, 1], name="y")
w = tf.Variable([[1.0], [2.0]])
pred = tf.matmul(x, w)
cost = tf.reduce_mean(tf.square(pred - y))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(cost, feed_dict={x: [[1.0, 1.0]], y: [[2.0]]}))
    print(sess.run(pred, feed_dict={x: [[1.0, 1.0]]}))
    print(sess.run([pred, cost], feed_dict={y: [[0.0]], x: [[0.5, 0.5]]}))
