import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)


def counted():
    tf.assign_add(w, 1.0)  # nothing needs it: it never happens
    return x


y = tf.cond(x > 0.0, counted, lambda: -x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 3.0}), sess.run(w))
