import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
t = tf.placeholder(tf.float32, [None, 1])
w = tf.get_variable("w", [2, 1])
tf.add_to_collection("losses", 0.1 * tf.nn.l2_loss(w))
# how far the line is off
error = tf.losses.mean_squared_error(t, tf.matmul(x, w))
loss = tf.add_n(tf.get_collection("losses"), name="total")
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: [[1.0, 2.0]], t: [[1.0]]})
    print(sess.run(error, {x: [[1.0, 2.0]], t: [[1.0]]}))
