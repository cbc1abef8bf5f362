import numpy as np
import tensorflow as tf

r = tf.random_uniform([2])
with tf.Session() as sess:
    print(np.allclose(sess.run(r), sess.run(r)))
    p, q = sess.run([r, r])
    print(np.allclose(p, q))
