import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
keep_prob = tf.placeholder(tf.float32)
dropped = tf.nn.dropout(x, keep_prob)
total = tf.reduce_sum(dropped)

with tf.Session() as sess:
    print(sess.run(total, {x: [[1.0, 2.0, 3.0]], keep_prob: 1.0}))
    print(sess.run(total, feed_dict={keep_prob: 0.5, x: [[0.0, 0.0, 0.0]]}))
