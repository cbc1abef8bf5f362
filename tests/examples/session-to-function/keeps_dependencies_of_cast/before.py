import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
grow = tf.assign_add(w, 1.0)
with tf.control_dependencies([grow]):
    y = tf.cast(x, tf.float32)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 2.0}))
    print(sess.run(w))
