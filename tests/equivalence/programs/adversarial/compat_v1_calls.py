import tensorflow as tf
x = tf.compat.v1.placeholder(tf.float32, [])
y = x * 2
with tf.compat.v1.Session() as sess:
    print(sess.run(y, {x: 1.0}))
