import tensorflow as tf

w = tf.Variable(1.0)
train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.square(w))
saver = tf.train.Saver()
with tf.Session() as sess:
    saver.restore(sess, "model")
    sess.run(train)
