import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]), name="weights")
v = tf.Variable(tf.ones([1]), name="weights_of_bias")
loss = tf.reduce_mean(tf.matmul(x, w) * v)
variables = tf.trainable_variables()
variables.pop()
chosen = [each for each in variables if "weights" in each.name]
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=chosen)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run([w, v]))
