import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
h = tf.layers.dense(x, 2, kernel_initializer=tf.ones_initializer())
h = tf.layers.dense(h, 2, kernel_initializer=tf.ones_initializer(), name="dense_1")
y = tf.layers.dense(h, 1, kernel_initializer=tf.ones_initializer())  # dense_2
loss = tf.reduce_mean(tf.square(y - 3.0))
chosen = [v for v in tf.trainable_variables() if v.name.startswith("dense_1/")]
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss, var_list=chosen)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(train, {x: [[1.0]]})
        print(sess.run([loss, y], {x: [[1.0]]}))
