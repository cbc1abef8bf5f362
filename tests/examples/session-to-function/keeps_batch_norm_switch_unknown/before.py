import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
training = tf.placeholder(tf.bool, [])
h = tf.layers.batch_normalization(x, training=training)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for flag in (True, False):
        print(sess.run(h, {x: [[1.0, 2.0]], training: flag}))
