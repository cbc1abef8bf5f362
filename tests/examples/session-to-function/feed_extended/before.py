import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
s = x + y
with tf.Session() as sess:
    feed = {x: 1.0}
    feed.update({y: 2.0})
    print(sess.run(s, feed))
