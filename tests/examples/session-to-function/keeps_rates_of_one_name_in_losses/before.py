import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(1.0)
v = tf.Variable(2.0)
step = tf.Variable(0, trainable=False)
rate = tf.train.exponential_decay(0.1, step, 10, 0.5)
first = tf.train.AdamOptimizer(rate).minimize(tf.square(w) * rate, global_step=step, var_list=[w])
rate = tf.train.exponential_decay(0.01, step, 10, 0.5)
loss = tf.reduce_mean(tf.square(x * v)) * rate
second = tf.train.AdamOptimizer(rate).minimize(loss, var_list=[v])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run([first, second], {x: [1.0, 2.0]})
    print(sess.run([w, v]))
