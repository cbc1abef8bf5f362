import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
h = x + 1.0
first = tf.reduce_sum(h)
h = h * 2.0
second = tf.reduce_sum(h)

with tf.Session() as sess:
    print(sess.run(h, {x: [1.0]}))
    print(sess.run([first, second], {x: [1.0]}))
