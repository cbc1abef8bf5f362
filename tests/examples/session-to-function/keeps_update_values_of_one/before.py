import tensorflow as tf

w = tf.Variable(1.0)
first = tf.assign_add(w, 1.0)
second = tf.assign_add(w, 2.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([first, second]))
