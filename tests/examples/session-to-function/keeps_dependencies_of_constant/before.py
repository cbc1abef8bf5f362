import tensorflow as tf

w = tf.Variable(1.0)
x = tf.constant(3.0)
grow = tf.assign_add(w, 1.0)
with tf.control_dependencies([grow]):
    y = tf.identity(x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y))
    print(sess.run(w))
