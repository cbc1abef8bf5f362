import tensorflow as tf


def copy_of(v):
    return tf.Variable(v.initialized_value(), trainable=False)


w = tf.Variable(tf.random_normal([2]))
copy = copy_of(w)
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(tf.square(w)))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run(copy))
