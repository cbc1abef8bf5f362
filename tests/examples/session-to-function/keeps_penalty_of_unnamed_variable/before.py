import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.get_variable("w", [2, 1], regularizer=tf.contrib.layers.l2_regularizer(0.1))
y = tf.matmul(x, w)
w = tf.get_variable("v", [1, 1], regularizer=tf.contrib.layers.l2_regularizer(0.1))
loss = tf.reduce_mean(tf.matmul(y, w)) + tf.losses.get_regularization_loss()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
