import tensorflow as tf

a = tf.placeholder(tf.float32, [None, 2])
b = tf.placeholder(tf.float32, [None, 2])
first = tf.layers.dense(a, 3, name="shared", kernel_initializer=tf.ones_initializer())
second = tf.layers.dense(b, 3, name="shared", reuse=True)
distance = tf.reduce_sum(tf.abs(first - second))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(distance, {a: [[1.0, 2.0]], b: [[3.0, 5.0]]}))
