import tensorflow as tf

counter = tf.Variable(0, name="counter")
increment = tf.assign_add(counter, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(counter))
    sess.run(increment)
    sess.run(increment)
    print(sess.run(counter), counter.eval())
