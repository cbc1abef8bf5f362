import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("outer"):
    with tf.variable_scope("inner"):
        w = tf.get_variable("w", [2, 2])
    b = tf.get_variable("b", [2], initializer=tf.zeros_initializer)
    plain = tf.Variable(1.0, name="plain")
with tf.variable_scope("outer", reuse=True):
    same = tf.get_variable("b", [2])
with tf.name_scope("shown"):
    y = tf.matmul(x, w) + b + same + plain
inner = tf.trainable_variables("outer/inner")
train = tf.train.GradientDescentOptimizer(0.1).minimize(y, var_list=inner)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    _, found = sess.run([train, y], {x: [[1.0, 2.0]]})
