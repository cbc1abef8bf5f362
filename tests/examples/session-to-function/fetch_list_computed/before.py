import sys

import tensorflow as tf

x = tf.placeholder(tf.float32, [])
tensors = {"double": x * 2.0, "triple": x * 3.0}
chosen = [tensors[name] for name in sys.argv[1:]]

with tf.Session() as sess:
    print(sess.run(chosen, {x: 1.0}))
