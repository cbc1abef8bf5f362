import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
is_training = tf.placeholder(tf.bool, [], name="is_training")
h = tf.layers.dense(x, 4, kernel_initializer=tf.zeros_initializer())
h = tf.layers.dropout(h, rate=0.5, training=is_training)
out = tf.reduce_sum(h)
loss = tf.square(out - 1.0)
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[0.0, 0.0, 0.0]], is_training: True})
    print(sess.run(out, {x: [[0.0, 0.0, 0.0]], is_training: False}) >= 0.0)
