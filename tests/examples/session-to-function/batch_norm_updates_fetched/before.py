import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
training = tf.placeholder_with_default(False, [])
h = tf.layers.batch_normalization(x, training=training)
loss = tf.reduce_mean(tf.square(h))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run([train, updates], {x: [[1.0, 2.0], [3.0, 4.0]], training: True})
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
