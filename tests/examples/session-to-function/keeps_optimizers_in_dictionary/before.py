import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]))
loss = tf.reduce_mean(tf.matmul(x, w))
opts = {'adam': tf.train.AdamOptimizer(0.1), 'sgd': tf.train.GradientDescentOptimizer(0.1)}
train = opts['adam'].minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1., 2.]]})
    print(sess.run(w))
