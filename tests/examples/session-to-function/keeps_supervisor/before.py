import tensorflow as tf

w = tf.Variable(1.0)
grow = tf.assign_add(w, 1.0)

with tf.train.MonitoredTrainingSession() as sess:
    print(sess.run(grow))
