import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.random_normal([2, 1]), name="w")
b = tf.Variable(tf.zeros([1]), name="b")
zeros = [tf.Variable(tf.zeros_like(v.initialized_value()), trainable=False) for v in tf.trainable_variables()]
loss = tf.reduce_mean(tf.matmul(x, w) + b)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[w, b])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(zeros))
