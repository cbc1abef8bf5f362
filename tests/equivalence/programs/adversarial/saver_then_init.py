import tempfile

import tensorflow as tf

w = tf.Variable(1.0)
saver = tf.train.Saver()
up = tf.assign_add(w, 1.0)
shown = w * 10.0
path = tempfile.mkdtemp() + "/m"
with tf.Session() as sess:
    sess.run(w.initializer)
    sess.run(up)
    saver.save(sess, path, write_meta_graph=False)
with tf.Session() as sess:
    saver.restore(sess, path)
    sess.run(tf.global_variables_initializer())
    print(sess.run(shown))
