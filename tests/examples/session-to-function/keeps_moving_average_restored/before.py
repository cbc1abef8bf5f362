import tensorflow as tf

w = tf.Variable(1.0, name="w")
averages = tf.train.ExponentialMovingAverage(0.9)
names = averages.variables_to_restore()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sorted(names), averages.average_name(w), sess.run(w))
