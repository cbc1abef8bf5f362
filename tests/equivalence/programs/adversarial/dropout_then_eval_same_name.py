import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
kp = tf.placeholder_with_default(1.0, shape=())
h = tf.nn.dropout(x, keep_prob=kp)
y = tf.reduce_sum(h)
with tf.Session() as sess:
    print(sess.run(y, {x: np.ones((1, 4))}))
    r = sess.run(h, {x: np.ones((100, 4)), kp: 0.5})
    print(sorted(set(r.ravel().tolist())))
