import tensorflow as tf

w = tf.Variable(tf.random_normal([2]))
moved = w - w.initial_value  # drawn again in each run
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(tf.square(w)))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run(moved))
