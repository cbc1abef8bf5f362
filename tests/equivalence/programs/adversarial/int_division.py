import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.int32, [])
with tf.Session() as sess:
    print(sess.run([x / 2, x // 2, x % 3, -x // 2], {x: 7}))
    print(sess.run(tf.cast(x, tf.float32) / 2, {x: 7}))
