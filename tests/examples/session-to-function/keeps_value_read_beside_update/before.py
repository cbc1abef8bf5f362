import tensorflow as tf

count = tf.Variable(0)
more = tf.assign_add(count, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    _, before = sess.run([more, count.read_value()])
    print(before)
