import tensorflow as tf

x = tf.placeholder(tf.float32, []); y = x + 1.0
z = y * 2.0; n = 3

with tf.Session() as sess: print(sess.run(z, {x: 1.0}), n)
