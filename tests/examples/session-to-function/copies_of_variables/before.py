import tensorflow as tf

online = [tf.Variable(1.0), tf.Variable(2.0)]
target = [tf.Variable(0.0), tf.Variable(0.0)]
sync = [tf.assign(t, o) for t, o in zip(target, online)]

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(sync)
    print(sess.run(target))
