import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(2.0)
y = x * w
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(tf.square(y)))

sess = tf.Session()
sess.run(tf.global_variables_initializer())
w = sess.run(w)
w = w + 1
print(w)
print(sess.run(y, {x: [4.0]}))
