import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y_placeholder = tf.placeholder(tf.float32, [])
total = x * y_placeholder
with tf.Session() as sess:
    feed = {x: -2.0}
    feed[y_placeholder] = sess.run(x, feed) - 1
    print(feed[x] ** 2, feed[y_placeholder])
    print([sess.run(total, feed_dict=feed) for _ in range(2)])
