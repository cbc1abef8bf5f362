import tensorflow as tf

lr = tf.placeholder(tf.float32, [])
w = tf.Variable(4.0)
loss = tf.square(w)
train = tf.train.MomentumOptimizer(lr, 0.9).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for rate in (0.1, 0.05, 0.01):
        sess.run(train, {lr: rate})
    print(sess.run(w))
