import tensorflow as tf

x = tf.placeholder(tf.float32, [])
loss = tf.square(x)
averages = tf.train.ExponentialMovingAverage(0.9)
follow = averages.apply([loss])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(follow, {x: 2.0})
    print(sess.run(averages.average(loss)))
