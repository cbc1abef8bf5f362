import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
w = tf.Variable([1.0, 2.0])
same = tf.identity(w)
flat = tf.reshape(same, [1, 2])  # both share the buffer of the variable
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(tf.square(w - x)))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([train, flat], {x: [0.0, 0.0]}))
