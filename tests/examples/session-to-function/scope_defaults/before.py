import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
small = tf.random_normal_initializer(stddev=0.1)
with tf.variable_scope("net", initializer=small, regularizer=tf.contrib.layers.l2_regularizer(0.1)):
    w = tf.get_variable("w", [2, 3])
    with tf.variable_scope("inner", initializer=tf.zeros_initializer()):
        b = tf.get_variable("b", [3])
        c = tf.get_variable("c", [3], initializer=tf.ones_initializer())
    y = tf.layers.dense(tf.matmul(x, w) + b * c, 1, use_bias=False)
loss = tf.reduce_mean(y) + tf.add_n(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
