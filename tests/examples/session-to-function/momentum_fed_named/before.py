import tensorflow as tf

mu = tf.placeholder(tf.float64)
eps = tf.placeholder_with_default(1e-8, [])
w = tf.Variable(4.0)
v = tf.Variable(3.0)
first = tf.train.RMSPropOptimizer(0.1, decay=0.9, momentum=mu, epsilon=eps)
train = first.minimize(tf.square(w))
other = tf.train.MomentumOptimizer(mu, mu).minimize(tf.square(v))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {mu: 0.5})
    sess.run([train, other], {mu: 0.25, eps: 1e-6})
    print(sess.run([w, v]))
