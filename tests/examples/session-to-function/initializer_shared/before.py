import tensorflow as tf

small = tf.truncated_normal_initializer(stddev=0.1)
once = tf.random_normal_initializer()
zeros = tf.zeros_initializer()
x = tf.placeholder(tf.float32, [None, 2])
a = tf.get_variable("a", [2, 2], initializer=small)
b = tf.get_variable("b", [2, 2], initializer=small)
c = tf.get_variable("c", [2, 2], initializer=once)
d = tf.get_variable("d", [2], initializer=zeros)
e = tf.get_variable("e", [2], initializer=zeros)
h = tf.layers.dense(tf.matmul(x, a), 2, kernel_initializer=small)
y = tf.matmul(tf.matmul(h, b) + d, c) + e

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
