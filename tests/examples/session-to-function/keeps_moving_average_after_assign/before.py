import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
averages = tf.train.ExponentialMovingAverage(0.9)
replace = tf.assign(w, x)
with tf.control_dependencies([replace]):
    follow = averages.apply([w])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(follow, {x: 5.0})
    print(sess.run(averages.average(w)))
