import tensorflow as tf

w = tf.Variable([1.0, 2.0])
norm = tf.reduce_sum(tf.square(w))
train = tf.train.GradientDescentOptimizer(0.1).minimize(norm)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    before = sess.run(norm)
    for _ in range(3):
        sess.run(train)
    print(before, sess.run(norm))
