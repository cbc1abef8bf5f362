import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.batch_normalization(x, training=True)
updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([h, updates], {x: [[1.0, 2.0], [3.0, 4.0]]}))
