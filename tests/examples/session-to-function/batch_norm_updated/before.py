import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.batch_normalization(x, training=True)
loss = tf.reduce_mean(h)
updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
with tf.control_dependencies(updates):
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]]})
