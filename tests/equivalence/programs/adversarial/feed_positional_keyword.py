import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    print(sess.run(fetches=y, feed_dict={x: 1.0}))
    print(sess.run(feed_dict={x: 2.0}, fetches=[y]))
