import tensorflow as tf


def network(inputs):
    with tf.variable_scope("net", regularizer=tf.contrib.layers.l2_regularizer(0.1)):
        return tf.layers.dense(inputs, 3)


x = tf.placeholder(tf.float32, [None, 2])
y = network(x)
loss = tf.reduce_mean(y) + tf.losses.get_regularization_loss()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
