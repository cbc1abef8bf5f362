import tensorflow as tf

amount = tf.placeholder(tf.float32, [])
balance = tf.Variable(10.0)
deposit = tf.assign_add(balance, amount)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(deposit, {amount: 5.0}))
    print(sess.run(balance))
