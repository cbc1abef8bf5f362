import tensorflow as tf

w = tf.Variable([1.0, 2.0], name="w")
saver = tf.train.Saver([w])
everything = tf.train.Saver({"old/w": w})
double = tf.assign(w, w * 2.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(double)
    saver.save(sess, "model")
    everything.save(sess, "renamed", write_meta_graph=False)
    saver.restore(sess, "model")
    print(sess.run(w))
