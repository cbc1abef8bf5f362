import tensorflow as tf

w = tf.Variable(1.0)
average = tf.train.ExponentialMovingAverage(0.9)
update = average.apply([w])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(update)
    print(sess.run(average.average(w)))
