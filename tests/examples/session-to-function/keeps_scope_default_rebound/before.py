import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
spread = 0.1
with tf.variable_scope("net", initializer=tf.random_normal_initializer(stddev=spread)):
    spread = 0.5
    w = tf.get_variable("w", [2, 1])
    v = tf.Variable(tf.random_normal([1], stddev=spread))
loss = tf.reduce_mean(tf.matmul(x, w) + v)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
