import tensorflow as tf

layers = []
x = tf.placeholder(tf.float32, [None, 2])
for number in range(2):
    with tf.variable_scope("layer%d" % number):
        w = tf.get_variable("w", [2, 2], initializer=tf.ones_initializer())
        x = tf.matmul(x, w)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
