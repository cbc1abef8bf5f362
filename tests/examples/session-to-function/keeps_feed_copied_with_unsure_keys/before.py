import sys

import tensorflow as tf

x = tf.placeholder(tf.float32, [])
keep = tf.placeholder(tf.float32, [])
twice = x * 2.0
both = twice * keep

feed = {x: 1.0}
if len(sys.argv) < 2:
    feed[keep] = 0.5
test = feed.copy()

with tf.Session() as sess:
    print(sess.run(both, feed_dict=test))
