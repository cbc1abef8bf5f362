import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
mean = tf.Variable(tf.zeros([2]))
square = tf.Variable(tf.ones([2]))
updates = []
rate = 0.9
updates.append(tf.assign(mean, rate * mean + x))
rate = 0.5
updates.append(tf.assign(square, rate * square + x))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(updates, {x: [1.0, 2.0]})
    print(sess.run([mean, square]))
