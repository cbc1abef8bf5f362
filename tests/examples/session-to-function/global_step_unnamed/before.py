import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(2.0)
loss = tf.reduce_mean(tf.square(w * x - 1.0))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, global_step=tf.train.create_global_step())

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [1.0, 2.0]})
    print(sess.run([w, tf.train.get_global_step()]))
