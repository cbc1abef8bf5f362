import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0)
loss = tf.square(a * b - 3.0)
first = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[a])
with tf.control_dependencies([first]):
    second = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[b])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(second)
    print(sess.run([a, b]))
