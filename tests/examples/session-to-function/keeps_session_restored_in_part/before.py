import tensorflow as tf

w = tf.Variable([1.0, 2.0], name="w")
saver = tf.train.Saver()
v = tf.Variable([3.0, 4.0], name="v")
double = tf.assign(w, w * 2.0)
add = tf.assign_add(v, w)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(double)
    sess.run(add)
    saver.save(sess, "model")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    saver.restore(sess, "model")
    print(sess.run(w + v))
