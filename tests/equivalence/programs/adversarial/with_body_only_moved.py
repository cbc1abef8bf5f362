import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
with tf.name_scope('a'):
    # a comment in front
    y = x * 2  # and behind
    # a comment at the end
with tf.Session() as sess:
    # first
    print(sess.run(y, {x: 1.0}))
    # last
print('done')
