import tensorflow as tf

a = tf.constant([1.0, 2.0])
w = tf.Variable(tf.zeros([2]), name="w")
v = tf.get_variable("v", [2], initializer=tf.random_normal_initializer(stddev=0.1))
copy = tf.assign(w, v)
size = w.get_shape()[0]

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(copy)
    print(size, sess.run([w, v, a]), w.eval(session=sess))
