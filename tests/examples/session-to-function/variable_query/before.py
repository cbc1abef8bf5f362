import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
with tf.variable_scope("gen"):
    g = tf.get_variable("w", [1, 1], initializer=tf.ones_initializer())
with tf.variable_scope("dis"):
    d = tf.get_variable("w", [1, 1], initializer=tf.ones_initializer())
out = tf.matmul(tf.matmul(x, g), d)
loss = tf.reduce_mean(tf.square(out - 3.0))

gen_vars = tf.trainable_variables(scope="gen")
dis_vars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="dis")
g_train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=gen_vars)
d_train = tf.train.GradientDescentOptimizer(0.2).minimize(loss, var_list=dis_vars)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(g_train, {x: [[1.0]]})
    sess.run(d_train, {x: [[1.0]]})
    print(sess.run([g, d]))
