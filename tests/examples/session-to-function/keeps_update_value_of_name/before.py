import tensorflow as tf

w = tf.Variable(1.0)
x = tf.placeholder(tf.float32, [])
w = tf.assign_add(w, x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(w, {x: 1.0}))
