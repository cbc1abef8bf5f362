import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(1.0)
v = tf.Variable(2.0)
step = tf.Variable(0, trainable=False)
rate = tf.train.exponential_decay(0.1, step, 10, 0.5)
fast = tf.train.AdamOptimizer(rate).minimize(tf.reduce_mean(tf.square(x * w)), global_step=step, var_list=[w])
rate = tf.train.exponential_decay(0.01, step, 10, 0.5)  # the slow one
slow = tf.train.AdamOptimizer(rate).minimize(tf.reduce_mean(tf.square(x * v)), var_list=[v])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        _, _, last = sess.run([fast, slow, rate], {x: [1.0, 2.0]})
        print(last, sess.run([w, v]))
