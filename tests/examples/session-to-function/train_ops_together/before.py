import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0)
a_loss = tf.square(a - 3.0)
b_loss = tf.square(b + 1.0)
train_a = tf.train.GradientDescentOptimizer(0.1).minimize(a_loss, var_list=[a])
train_b = tf.train.GradientDescentOptimizer(0.2).minimize(b_loss, var_list=[b])
train_both = tf.group(train_a, train_b)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train_both)
    _, _, la, lb = sess.run([train_a, train_b, a_loss, b_loss])
    print(la, lb, sess.run([a, b]))
