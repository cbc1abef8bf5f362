import tensorflow as tf

a = tf.constant([1.0, 2.0])
with tf.Session() as sess:
    print(sess.run(a + 1.0))

v = tf.Variable(tf.random_normal([2]))
w = tf.Variable([1.0, 2.0])
grow = tf.assign_add(w, a)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(grow)
    print(sess.run(w))

sess = tf.Session()
sess.run(tf.global_variables_initializer())
print(sess.run(v * 2.0).shape, a.eval(session=sess))
sess.close()
