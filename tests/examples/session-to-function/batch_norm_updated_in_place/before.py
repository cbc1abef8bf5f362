import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.contrib.layers.batch_norm(x, updates_collections=None)
loss = tf.reduce_mean(h)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]]})
