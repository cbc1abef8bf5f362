import tensorflow as tf

w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.square(w))
averages = tf.train.ExponentialMovingAverage(0.9)
follow = averages.apply([w])
with tf.control_dependencies([train, follow]):
    step = tf.no_op(name="train")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(step)
    print(sess.run([w, averages.average(w)]))
