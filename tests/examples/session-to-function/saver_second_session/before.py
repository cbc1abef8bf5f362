import tensorflow as tf

w = tf.Variable([1.0, 2.0], name="w")
saver = tf.train.Saver()
double = tf.assign(w, w * 2.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(double)
    saver.save(sess, "model")

with tf.Session() as sess:
    # the same numbers again
    sess.run(tf.global_variables_initializer())
    saver.restore(sess, "model")
    print(sess.run(w))
