import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
state = tf.Variable(tf.zeros([2]))
grow = tf.assign_add(state, x)
state = state * 2.0

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(grow, {x: [1.0, 2.0]})
    print(sess.run(state))
