import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(1.0)
v = tf.Variable(2.0)
first = tf.train.GradientDescentOptimizer(0.1)
pairs = first.compute_gradients(tf.reduce_mean(tf.square(x * w)), [w])
train = first.apply_gradients(pairs)
second = tf.train.GradientDescentOptimizer(0.2)
pairs = second.compute_gradients(tf.reduce_mean(tf.square(x * v)), [v])
both = tf.group(train, second.apply_gradients(pairs))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(both, {x: [1.0, 2.0]})
    print(sess.run([w, v]))
