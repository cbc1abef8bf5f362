import tensorflow as tf

w = tf.Variable(1.0)
doubled = w * 2.0
grow = tf.assign_add(w, 1.0)
with tf.control_dependencies([grow]):
    after = tf.identity(doubled)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(after))
