import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0)
opt = tf.train.AdamOptimizer(0.1)
ta = opt.minimize(tf.square(a), var_list=[a])
tb = opt.minimize(tf.square(b), var_list=[b])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(ta)
        sess.run(tb)
    print(sess.run([a, b]))
