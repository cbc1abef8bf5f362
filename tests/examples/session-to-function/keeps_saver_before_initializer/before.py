import tensorflow as tf

w = tf.Variable(1.0)
saver = tf.train.Saver()
with tf.Session() as sess:
    saver.restore(sess, "model")
    sess.run(tf.global_variables_initializer())
    print(sess.run(w * 2.0))
