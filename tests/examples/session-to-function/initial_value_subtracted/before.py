import tensorflow as tf

w = tf.Variable(tf.random_normal([2]))
copy = tf.Variable(w.initialized_value())

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(copy - w))
