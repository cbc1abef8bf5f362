import tensorflow as tf

w = tf.Variable(1.0)
average = tf.train.ExponentialMovingAverage(0.9)
update = average.apply([w])  # follows w
grow = tf.assign_add(w, 2.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(grow)
    sess.run(update)
    print(sess.run(average.average(w)))
