import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(2.0)
loss = tf.reduce_sum(tf.square(w * x - 1.0))
norm = tf.reduce_max(x)
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        _, cost, size = sess.run([train_op, loss, norm], feed_dict={x: [1.0]})
        print(step, cost, size)
