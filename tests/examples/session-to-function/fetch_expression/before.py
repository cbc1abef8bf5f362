import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.constant(3.0)
scaled = w * x

with tf.Session() as sess:
    print(sess.run(scaled + 1.0, {x: [1.0]}), sess.run(tf.reduce_sum(scaled), {x: [1.0, 2.0]}))
