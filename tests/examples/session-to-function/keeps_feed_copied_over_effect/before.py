import tensorflow as tf

x = tf.placeholder(tf.float32, [])
keep = tf.placeholder(tf.float32, [])
both = x * keep
rates = iter([0.5, 0.25])
feed = {x: 1.0, keep: 1.0}

with tf.Session() as sess:
    print(sess.run(both, feed_dict={keep: next(rates), **feed}))
    print(next(rates))
