import tensorflow as tf

w = tf.Variable(1.0)
saver = tf.train.Saver()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    saver.save(sess, "/tmp/model.ckpt")
