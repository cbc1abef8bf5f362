import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
w = tf.Variable(tf.ones([2]))
loss = tf.reduce_sum(w * x)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[w])
w = w + x

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [1.0, 2.0]})
    print(sess.run(w, {x: [1.0, 2.0]}))
