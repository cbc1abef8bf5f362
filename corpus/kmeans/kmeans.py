"""k-means in the graph: centroids are assigned, clusters counted with scatter."""
import numpy as np
import tensorflow as tf

np.random.seed(10)
num_points, k = 60, 3
data = np.concatenate([np.random.randn(20, 2) * 0.4 + c for c in ([0, 0], [3, 1], [1, 4])]).astype(np.float32)

points = tf.constant(data)
centroids = tf.Variable(tf.slice(points, [18, 0], [k, -1]), trainable=False)
counts = tf.Variable(tf.zeros([k]), trainable=False)
assignments = tf.Variable(tf.zeros([num_points], dtype=tf.int64), trainable=False)

rep_points = tf.tile(tf.expand_dims(points, 1), [1, k, 1])
sum_squares = tf.reduce_sum(tf.square(rep_points - centroids), reduction_indices=2)
best = tf.argmin(sum_squares, 1)
changed = tf.reduce_any(tf.not_equal(best, assignments))

totals = tf.unsorted_segment_sum(points, best, k)
sizes = tf.unsorted_segment_sum(tf.ones([num_points, 1]), best, k)
means = totals / tf.maximum(sizes, 1.0)

with tf.control_dependencies([changed]):
    do_updates = tf.group(centroids.assign(means), assignments.assign(best))
count_them = tf.scatter_add(counts, best, tf.ones([num_points]))
first_back = tf.scatter_update(centroids, [0], [[0.0, 0.0]])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    moved, iters = True, 0
    while moved and iters < 10:
        iters += 1
        moved, _ = sess.run([changed, do_updates])
    print("settled after", iters)
    print(np.round(sess.run(centroids), 3))
    print(sess.run(count_them))
    print(np.round(sess.run(first_back)[0], 3))
