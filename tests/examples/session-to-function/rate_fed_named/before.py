import tensorflow as tf

rate = tf.placeholder(tf.float32, [], name="rate")
w = tf.Variable(4.0)
optimizer = tf.train.MomentumOptimizer(rate, 0.5)
train = optimizer.minimize(tf.square(w))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        sess.run(train, {rate: 0.1 / (1 + step)})
    print(sess.run(w))
