import tensorflow as tf

counter = tf.Variable(0, name="global_step", trainable=False)
step = tf.train.get_or_create_global_step()  # this is the counter
more = tf.assign_add(step, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(more)
    print(sess.run(counter))
