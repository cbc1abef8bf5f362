import tensorflow as tf

lr = tf.placeholder(tf.float32, [])
momentum = tf.placeholder(tf.float32, [], name="momentum")  # annealed
w = tf.Variable(4.0)
loss = tf.square(w)
train = tf.train.MomentumOptimizer(lr, momentum, use_nesterov=True).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        sess.run(train, {lr: 0.1 / (step + 1), momentum: 0.5 + 0.1 * step})
    print(sess.run([w, loss]))
