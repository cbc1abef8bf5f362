import tensorflow as tf

x = tf.placeholder(tf.float32, [])
z = (y := x + 1.0) * 2.0

with tf.Session() as sess:
    print(sess.run([y, z], {x: 1.0}))
