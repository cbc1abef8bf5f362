import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
total = x * y
with tf.Session() as sess:
    feed = {x: 2.0}
    feed[y] = 3.0
    print(f"{feed[y]} {sess.run(total, feed_dict=feed)}")
