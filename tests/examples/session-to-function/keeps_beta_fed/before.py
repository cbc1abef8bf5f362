import tensorflow as tf

beta = tf.placeholder_with_default(0.9, [])  # the optimizer makes a variable of it
w = tf.Variable(4.0)
train = tf.train.AdamOptimizer(0.1, beta1=beta).minimize(tf.square(w))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {beta: 0.5})
    print(sess.run(w))
