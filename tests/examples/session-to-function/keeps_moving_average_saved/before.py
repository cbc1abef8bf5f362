import tensorflow as tf

w = tf.Variable(1.0, name="w")
averages = tf.train.ExponentialMovingAverage(0.9)
follow = averages.apply([w])
saver = tf.train.Saver()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(follow)
    saver.save(sess, "model/averages")
