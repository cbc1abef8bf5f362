import tensorflow as tf

with tf.variable_scope("training"):
    step = tf.train.get_or_create_global_step()
more = tf.assign_add(step, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(more)
    print(sess.run(step))
