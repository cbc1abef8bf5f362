import tensorflow as tf

given = {"momentum": tf.placeholder(tf.float32, [])}
w = tf.Variable(4.0)
train = tf.train.MomentumOptimizer(0.1, given["momentum"]).minimize(tf.square(w))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {given["momentum"]: 0.1})
    print(sess.run(w))
