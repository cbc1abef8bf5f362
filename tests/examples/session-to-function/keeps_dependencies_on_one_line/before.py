import tensorflow as tf

w = tf.Variable(1.0)
x = tf.placeholder(tf.float32, [])
grow = tf.assign_add(w, x)
with tf.control_dependencies([grow]): y = tf.identity(x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 2.0}))
    print(sess.run(w))
