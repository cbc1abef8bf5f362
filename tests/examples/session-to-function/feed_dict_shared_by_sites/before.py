import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
total = x + y
product = x * y

with tf.Session() as sess:
    for step in range(2):
        feed_dict = {x: step, y: 2.0}
        a = sess.run(total, feed_dict)
        b = sess.run(product, feed_dict=feed_dict)
        print(a, b)
