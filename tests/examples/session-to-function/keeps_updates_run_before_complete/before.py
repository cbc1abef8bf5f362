import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
mean = tf.Variable(tf.zeros([2]))
square = tf.Variable(tf.ones([2]))
updates = []
updates.append(tf.assign(mean, mean + x))
first = tf.group(*updates)
updates.append(tf.assign(square, square + x))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(first, {x: [1.0, 2.0]})
    sess.run(updates, {x: [1.0, 2.0]})
    print(sess.run([mean, square]))
