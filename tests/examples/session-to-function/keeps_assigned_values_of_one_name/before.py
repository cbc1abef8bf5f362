import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
mean = tf.Variable(0.0)
total = tf.Variable(0.0)
value = tf.reduce_mean(x)
first = tf.assign(mean, value)
value = tf.reduce_sum(x)
second = tf.assign(total, value)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run([first, second], {x: [1.0, 2.0]})
    print(sess.run([mean, total]))
