import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0, trainable=False)
unused = tf.Variable(3.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.square(a * b))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run([a, b, unused]))
