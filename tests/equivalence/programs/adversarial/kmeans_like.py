import numpy as np
import tensorflow as tf

pts = tf.Variable(np.arange(8).reshape(4, 2).astype(np.float32))
cent = tf.Variable(np.array([[0.0, 0.0], [6.0, 6.0]], np.float32))
d = tf.reduce_sum(tf.square(tf.expand_dims(pts, 1) - tf.expand_dims(cent, 0)), 2)
best = tf.argmin(d, 1)
means = tf.stack([tf.reduce_mean(tf.boolean_mask(pts, tf.equal(best, c)), 0) for c in range(2)])
changed = tf.reduce_any(tf.not_equal(cent, means))
with tf.control_dependencies([changed]):
    update = tf.assign(cent, means)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    go = True
    while go:
        go, _ = sess.run([changed, update])
    print(sess.run(cent))
