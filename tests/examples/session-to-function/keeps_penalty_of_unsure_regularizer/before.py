import tensorflow as tf

DECAY = 0.1
x = tf.placeholder(tf.float32, [None, 2])
regularizer = tf.contrib.layers.l2_regularizer(DECAY)
if not DECAY:
    regularizer = None
w = tf.get_variable("w", [2, 1], regularizer=regularizer)
loss = tf.reduce_mean(tf.matmul(x, w)) + tf.losses.get_regularization_loss()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
