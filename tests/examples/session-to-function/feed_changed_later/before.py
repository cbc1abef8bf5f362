import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
total = x + y
feed = {x: 1.0, y: 2.0}

with tf.Session() as sess:
    print(sess.run(total, feed))
    feed[y] = 5.0
    print(sess.run(total, feed))
