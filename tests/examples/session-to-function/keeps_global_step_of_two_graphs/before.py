import tensorflow as tf

step = tf.train.get_or_create_global_step()
tf.reset_default_graph()
other = tf.train.get_or_create_global_step()
more = tf.assign_add(other, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(more))
