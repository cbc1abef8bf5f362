import tensorflow as tf

w = tf.Variable([[1.0, 2.0]])
flat = tf.reshape(w, [-1])
first = w[0]
loss = tf.reduce_sum(tf.square(flat)) + tf.reduce_sum(first)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.control_dependencies([train]):
    doubled = flat * 2.0
    added = first + 1.0

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(doubled))
    print(sess.run(added))
