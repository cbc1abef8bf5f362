import tensorflow as tf

w = tf.Variable(1.0)
steps = tf.Variable(0, trainable=False)
count = tf.assign_add(steps, 1)
averages = tf.train.ExponentialMovingAverage(0.9, steps)
follow = averages.apply([w])
both = tf.group(count, follow)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(both)
    print(sess.run(averages.average(w)))
