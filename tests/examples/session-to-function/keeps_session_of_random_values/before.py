import tensorflow as tf

w = tf.Variable(tf.random_normal([2]))
init = tf.global_variables_initializer()

with tf.Session() as sess:
    sess.run(init)
    print(sess.run(w))
with tf.Session() as sess:
    sess.run(init)
    print(sess.run(w))
