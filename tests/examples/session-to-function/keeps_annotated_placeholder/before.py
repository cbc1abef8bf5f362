import tensorflow as tf

x: tf.Tensor = tf.placeholder(tf.float32, [])
y: tf.Tensor = x + 1.0

with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
