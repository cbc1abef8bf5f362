import tensorflow as tf

w = tf.Variable([1.0, 2.0], name="w")
double = tf.assign(w, w * 2.0)
saver = tf.train.Saver()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(double)
    saver.save(sess, "model")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    path = tf.train.latest_checkpoint(".")
    if path:
        saver.restore(sess, path)
    print(sess.run(w))
