import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
w = tf.Variable([1.0, 2.0])
y = x + 1.0
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    v = sess.run(y, {x: [1.0, 2.0]})
    v[0] = 7.0
    u = sess.run(w)
    u[0] = 9.0
    u += 1
    print(v, u, sess.run(w))
