import tensorflow as tf


def linear(x):
    w = tf.get_variable("w", [2, 1])
    b = tf.get_variable("b", [1])
    return tf.matmul(x, w) + b


x = tf.placeholder(tf.float32, [None, 2])
loss = tf.reduce_mean(linear(x))
biases = [v for v in tf.trainable_variables() if v.name.startswith("b")]
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=biases)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([train, loss], {x: [[1.0, 2.0]]}))
