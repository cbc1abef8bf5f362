import tensorflow as tf

step = tf.Variable(0.0, trainable=False)
rate = 0.1 / (1.0 + step)
w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(rate).minimize(tf.square(w), global_step=step)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run(w))
