import numpy as np
import tensorflow as tf

points = tf.constant(np.arange(8.0).reshape(4, 2).astype(np.float32))
centers = tf.Variable(points[:2])
nearest = tf.argmin(tf.reduce_sum(tf.square(tf.expand_dims(points, 1) - centers), 2), 1)
means = tf.unsorted_segment_mean(points, nearest, 2)
moved = tf.reduce_any(tf.not_equal(means, centers))
with tf.control_dependencies([moved]):
    move = tf.group(tf.assign(centers, means))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    going = True
    while going:
        going, _ = sess.run([moved, move])
    print(sess.run(centers))
    sess.run(move)
