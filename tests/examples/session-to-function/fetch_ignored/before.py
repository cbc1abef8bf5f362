import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(2.0)
loss = tf.reduce_sum(tf.square(w * x - 1.0))
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for step in range(10):
    sess.run([train_op, loss], {x: [1.0]})
print(sess.run(w))
