import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4, 4, 1])
training = tf.placeholder_with_default(False, [], name="training")
h = tf.layers.batch_normalization(x, axis=2, training=training, momentum=0.9)
loss = tf.reduce_mean(h)
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[[[1.0]] * 4] * 4], training: True})
    print(sess.run(loss, {x: [[[[1.0]] * 4] * 4]}))
