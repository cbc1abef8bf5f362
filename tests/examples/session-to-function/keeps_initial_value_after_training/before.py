import tensorflow as tf

w = tf.Variable(tf.random_normal([2]))
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(tf.square(w)))

with tf.Session() as sess:
    sess.run(w.initializer)
    sess.run(train)
    best = tf.Variable(w.initialized_value(), trainable=False)
    sess.run(best.initializer)
    sess.run(train)
    print(sess.run(best))
