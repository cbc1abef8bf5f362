import tensorflow as tf

mu = tf.placeholder(tf.float32, [])
w = tf.Variable(4.0)
train = tf.train.MomentumOptimizer(0.1, 1.0 - mu).minimize(tf.square(w))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {mu: 0.1})
    print(sess.run(w))
