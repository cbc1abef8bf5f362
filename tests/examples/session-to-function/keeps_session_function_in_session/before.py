import tensorflow as tf

w = tf.Variable(1.0, name="w")
grow = tf.assign_add(w, 1.0)
saver = tf.train.Saver()


def stored():
    with tf.Session() as sess:
        saver.restore(sess, "model")
        return sess.run(w)


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    saver.save(sess, "model")
    for _ in range(3):
        sess.run(grow)
        print(sess.run(w), stored())
