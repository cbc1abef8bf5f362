import tensorflow as tf

x = tf.placeholder(tf.float32)
x.set_shape([2])
y = 2.0 * x

with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 2.0]}))
