import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    print(f"{sess.run(y, feed_dict={x: 1.0}):.2f} and {'%.1f' % sess.run(y, {x: 2.0})}")
    print("a {} b {}".format(sess.run(y, {x: 3.0}), 'c'))
