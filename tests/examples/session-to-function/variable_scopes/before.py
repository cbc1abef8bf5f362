import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])

with tf.variable_scope("encoder"):
    # the weights of the encoder
    w = tf.get_variable("w", [2, 2], initializer=tf.ones_initializer())
    with tf.variable_scope("inner"):
        b = tf.Variable(tf.zeros([2]), name="b")
    code = tf.matmul(x, w) + b

with tf.variable_scope("decoder"):
    v = tf.get_variable("w", [2, 2], initializer=tf.ones_initializer())
    restored = tf.matmul(code, v)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(restored, {x: [[1.0, 2.0]]}))
