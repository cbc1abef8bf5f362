import tensorflow as tf

w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.square(w))
init = tf.global_variables_initializer()

with tf.Session() as sess:
    for attempt in range(2):
        sess.run(init)
        sess.run(train)
        print(sess.run(w))
