import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
mean, update = tf.metrics.mean(x)
most = tf.reduce_max(x)
with tf.Session() as sess:
    sess.run(tf.local_variables_initializer())
    print(sess.run([update, most], {x: [1.0, 2.0]}))
    print(sess.run([mean, most], {x: [3.0]}))
