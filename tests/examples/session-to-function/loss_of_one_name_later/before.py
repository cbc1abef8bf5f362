import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(1.0)
loss = tf.reduce_mean(tf.square(x * w))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
loss = 100.0 * loss  # in percent

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    _, percent = sess.run([train, loss], {x: [1.0, 2.0]})
    print(percent, sess.run(w))
