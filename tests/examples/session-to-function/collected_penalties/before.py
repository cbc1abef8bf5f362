import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
regularizer = tf.contrib.layers.l2_regularizer(0.1)
y = tf.layers.dense(x, 1, kernel_regularizer=regularizer)
w = tf.get_variable("w", [1, 1], regularizer=tf.contrib.layers.l1_regularizer(0.3))
v = tf.get_variable("v", [1, 1], regularizer=regularizer)
loss = tf.reduce_mean(tf.matmul(y, w + v)) + tf.losses.get_regularization_loss()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
