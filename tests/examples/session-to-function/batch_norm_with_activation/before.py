import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.contrib.layers.batch_norm(x, activation_fn=tf.nn.relu)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h, {x: [[1.0, 2.0]]}))
