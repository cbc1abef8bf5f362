import tensorflow as tf
x = tf.placeholder(tf.float32, [2])
with tf.name_scope('a'):
    w = tf.Variable([1., 2.], name='w')
with tf.name_scope('a'):
    u = tf.Variable([1., 2.], name='w')
c = tf.constant(1.0, name='k')
k = tf.Variable([3., 4.], name='k')
y = w * x + u * k
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [1., 1.]}))
    print(w.name, u.name)
