import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.batch_normalization(x, training=True, name="n")
steady = tf.layers.batch_normalization(x, training=False, name="n", reuse=True)
loss = tf.reduce_mean(h)
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([train, steady], {x: [[1.0, 2.0]]}))
