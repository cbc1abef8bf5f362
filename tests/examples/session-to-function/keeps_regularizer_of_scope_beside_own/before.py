import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
regularizer = tf.contrib.layers.l2_regularizer(0.1)
with tf.variable_scope("net", regularizer=regularizer):
    y = tf.layers.dense(x, 1, kernel_regularizer=regularizer)
loss = tf.reduce_mean(y) + tf.losses.get_regularization_loss()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
