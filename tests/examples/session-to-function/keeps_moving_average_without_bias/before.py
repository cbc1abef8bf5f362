import tensorflow as tf

w = tf.Variable(1.0)
averages = tf.train.ExponentialMovingAverage(0.9, zero_debias=True)
follow = averages.apply([w])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(follow)
    print(sess.run(averages.average(w)))
