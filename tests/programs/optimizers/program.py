import tensorflow as tf

rate = tf.placeholder(tf.float32, [])
a = tf.Variable(1.0, name="a")
b = tf.Variable(1.0, name="b")
count = tf.Variable(0, trainable=False)
loss = tf.square(a - b)
plain = tf.train.GradientDescentOptimizer(0.1)
first = plain.minimize(loss, global_step=count)
second = tf.train.MomentumOptimizer(rate, 0.9).minimize(loss, var_list=[b])
adam = tf.train.AdamOptimizer(rate)
pairs = adam.compute_gradients(loss, [a])
third = adam.apply_gradients([(tf.clip_by_norm(g, 1.0), v) for g, v in pairs])
everything = tf.group(first, second)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(first)
    sess.run([second, loss], {rate: 0.1})
    sess.run(third, {rate: 0.2})
    sess.run(everything, {rate: 0.2})
