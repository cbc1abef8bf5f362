import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
tf.assert_positive(x)  # nothing waits for it: it is never checked
y = tf.reduce_sum(x)

with tf.Session() as sess:
    print(sess.run(y, {x: [-1.0, 2.0]}))
