import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
w = tf.Variable([1.0, 2.0])
flat = tf.reshape(tf.identity(w), [1, 2])
loss = tf.reduce_sum(tf.square(flat - x))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        print(sess.run([train, loss], {x: [0.0, 0.0]}))
        print(sess.run([flat, loss], {x: [0.0, 0.0]}))
