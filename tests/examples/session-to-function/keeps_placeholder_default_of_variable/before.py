import tensorflow as tf

w = tf.Variable([1.0, 2.0])
x = tf.placeholder_with_default(w, [2])
y = 2.0 * x
double = tf.assign(w, y)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(double)
    print(sess.run(y))
