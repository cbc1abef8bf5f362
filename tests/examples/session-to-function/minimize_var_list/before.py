import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(1.0)
loss = tf.square(a * b - 4.0)
optimizer = tf.train.GradientDescentOptimizer(0.05)
train_a = optimizer.minimize(loss, var_list=[a])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train_a)
    print(sess.run([a, b, loss]))
