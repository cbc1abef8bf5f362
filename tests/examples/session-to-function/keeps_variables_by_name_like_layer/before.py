import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
scale = tf.get_variable("dense", [], initializer=tf.ones_initializer())
y = tf.layers.dense(x, 1, name="dense", kernel_initializer=tf.ones_initializer())
loss = tf.reduce_mean(tf.square(y * scale - 3.0))
chosen = [v for v in tf.trainable_variables() if "dense/" in v.name]
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=chosen)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0]]})
    print(sess.run(scale))
