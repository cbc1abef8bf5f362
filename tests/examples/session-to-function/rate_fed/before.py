import tensorflow as tf

lr = tf.placeholder(tf.float32, shape=[], name="learning_rate")
w = tf.Variable(4.0)
loss = tf.square(w)
train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        sess.run(train, feed_dict={lr: 0.1 * 0.5 ** epoch})
        print(sess.run(loss))
