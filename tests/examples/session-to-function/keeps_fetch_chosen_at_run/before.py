import tensorflow as tf

w = tf.Variable(2.0)
loss = tf.square(w)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
noop = tf.no_op()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for training in (True, False):
        sess.run(train if training else noop)
    print(sess.run(w))
