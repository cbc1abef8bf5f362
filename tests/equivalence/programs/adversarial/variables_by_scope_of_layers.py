import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
h = tf.layers.dense(x, 2, kernel_initializer=tf.ones_initializer(), name="first")
y = tf.layers.dense(h, 1, kernel_initializer=tf.ones_initializer(), name="second")
loss = tf.reduce_mean(tf.square(y - 3.0))
chosen = tf.trainable_variables("second/")
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=chosen)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(train, {x: [[1.0]]})
        print(sess.run([loss, y], {x: [[1.0]]}))
