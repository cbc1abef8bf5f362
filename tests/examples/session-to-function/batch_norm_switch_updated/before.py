import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
training = tf.placeholder(tf.bool, [])
h = tf.layers.batch_normalization(x, training=training)
loss = tf.reduce_mean(h)
train = tf.group(
    tf.train.GradientDescentOptimizer(0.1).minimize(loss), *tf.get_collection(tf.GraphKeys.UPDATE_OPS)
)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]], training: True})
    print(sess.run(loss, {x: [[1.0, 2.0]], training: False}))
