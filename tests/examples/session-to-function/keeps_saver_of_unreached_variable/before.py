import tensorflow as tf

w = tf.Variable(1.0, name="w")
u = tf.Variable(2.0, name="u")
train = tf.train.AdamOptimizer(0.1).minimize(tf.square(w), var_list=[w, u])
saver = tf.train.Saver()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    saver.save(sess, "model")
