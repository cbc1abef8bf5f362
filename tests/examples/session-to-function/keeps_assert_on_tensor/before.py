import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
y = tf.square(x)
assert y.shape[1] == 3

with tf.Session() as sess:
    print(sess.run(y, {x: [[1.0, 2.0, 3.0]]}))
