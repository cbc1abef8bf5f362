import tensorflow as tf

w = tf.Variable(1.0)
doubled = w * 2.0
grow = tf.assign(w, w + 10.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(grow)
    print(sess.run(doubled), sess.run(w))
