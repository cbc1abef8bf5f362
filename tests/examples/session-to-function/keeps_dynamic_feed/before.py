import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
total = x + y
feed = {}
for key, value in [(x, 1.0), (y, 2.0)]:
    feed[key] = value

with tf.Session() as sess:
    print(sess.run(total, feed))
