import tensorflow as tf

w = tf.Variable([1.0, 2.0], name="w")
double = tf.assign(w, w * 2.0)
saver = tf.train.Saver()


def show():
    print(tf.get_default_session().run(w))


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(double)
    saver.save(sess, "model")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    show()
    saver.restore(sess, "model")
    show()
