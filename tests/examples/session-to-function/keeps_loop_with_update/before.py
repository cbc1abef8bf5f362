import tensorflow as tf

n = tf.placeholder(tf.int32, [])
w = tf.Variable(0)
last = tf.while_loop(lambda i: i < n, lambda i: tf.assign_add(w, 1), [0])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(last, {n: 3}))
