import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(1.0)
v = tf.Variable(2.0)
loss = tf.reduce_mean(tf.square(x * w))
first = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[w])
loss = tf.reduce_mean(tf.square(x * v))
second = tf.train.GradientDescentOptimizer(0.2).minimize(loss, var_list=[v])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run([first, second], {x: [1.0, 2.0]})
    print(sess.run([w, v]))
