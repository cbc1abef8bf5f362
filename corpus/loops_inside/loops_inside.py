"""Loops and branches that run in the graph: while_loop, scan, map_fn, foldl and cond."""
import numpy as np
import tensorflow as tf

np.random.seed(90)
series = np.cumsum(np.random.randn(24)).astype(np.float32)

values = tf.placeholder(tf.float32, [None], name='values')
limit = tf.placeholder(tf.float32, [], name='limit')
alpha = tf.Variable(0.5, name='alpha')

# exponential smoothing
smooth = tf.scan(lambda a, v: (1 - alpha) * a + alpha * v, values)
error = tf.reduce_mean(tf.square(smooth[:-1] - values[1:]))
train = tf.train.GradientDescentOptimizer(0.02).minimize(error)

# square roots after Newton, until nothing moves
i0 = tf.constant(0)
magnitude = tf.abs(values[-1]) + 1.0
rounds, root = tf.while_loop(
    lambda i, r: tf.logical_and(i < 20, tf.abs(r * r - magnitude) > 1e-4),
    lambda i, r: (i + 1, 0.5 * (r + magnitude / r)),
    [i0, magnitude])

squares = tf.map_fn(lambda v: v * v, values)
largest = tf.foldl(lambda a, v: tf.maximum(a, v), values)
clipped = tf.cond(largest > limit, lambda: tf.minimum(values, limit), lambda: tf.identity(values))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(8):
        _, value = sess.run([train, error], {values: series})
        if step % 3 == 0:
            print(step, '%.4f' % value, '%.4f' % sess.run(alpha))
    print('smooth', np.round(sess.run(smooth, {values: series[:4]}), 3))
    n, r = sess.run([rounds, root], {values: series})
    print('root %.4f after %d' % (r, n))
    print('squares', np.round(sess.run(squares, {values: [1., 2., 3.]}), 2))
    for bound in (0.5, 100.0):
        print('clipped %.3f' % sess.run(clipped, {values: series, limit: bound}).max())
