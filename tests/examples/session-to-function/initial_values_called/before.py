import tensorflow as tf

w = tf.Variable(tf.random_normal([2]))
copy = tf.Variable(lambda: w.initialized_value(), dtype=tf.float32, trainable=False)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(copy))
