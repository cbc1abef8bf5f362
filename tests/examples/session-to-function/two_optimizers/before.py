import tensorflow as tf

x = tf.placeholder(tf.float32, [])
g = tf.Variable(1.0)
d = tf.Variable(2.0)
fake = g * x
d_loss = tf.square(d * fake - 1.0)
g_loss = tf.square(d * fake + 1.0)

d_solver = tf.train.GradientDescentOptimizer(0.1).minimize(d_loss, var_list=[d])
g_solver = tf.train.GradientDescentOptimizer(0.01).minimize(g_loss, var_list=[g])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for it in range(3):
        _, D_loss_curr = sess.run([d_solver, d_loss], feed_dict={x: 1.0})
        _, G_loss_curr = sess.run([g_solver, g_loss], feed_dict={x: 1.0})
        print(it, D_loss_curr, G_loss_curr)
