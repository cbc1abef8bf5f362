"""Ratings as sparse tensors, factors of two sides, and linear algebra to check the result."""
import numpy as np
import tensorflow as tf

np.random.seed(77)
users, items, rank = 8, 6, 2
full = np.random.rand(users, rank).dot(np.random.rand(rank, items)).astype(np.float32)
where = np.argwhere(np.random.rand(users, items) < 0.7)
seen = full[where[:, 0], where[:, 1]]

indices = tf.placeholder(tf.int64, [None, 2])
ratings = tf.placeholder(tf.float32, [None])
step = tf.Variable(0, trainable=False, name='step')
P = tf.Variable(tf.random_uniform([users, rank], seed=1), name='P')
Q = tf.Variable(tf.random_uniform([rank, items], seed=2), name='Q')
product = tf.matmul(P, Q)
guess = tf.gather_nd(product, indices)
errors = guess - ratings
loss = tf.reduce_sum(tf.square(errors)) + 0.01 * (tf.nn.l2_loss(P) + tf.nn.l2_loss(Q))
train = tf.train.MomentumOptimizer(0.02, 0.5).minimize(loss, global_step=step)

mask = tf.sparse_tensor_to_dense(tf.SparseTensor(indices, tf.ones_like(ratings), [users, items]))
share = tf.reduce_mean(mask)
singular = tf.svd(product, compute_uv=False)
gram = tf.matmul(Q, Q, transpose_b=True)
inverse = tf.matrix_inverse(gram + 0.1 * tf.eye(rank))
trace = tf.trace(tf.matmul(inverse, gram))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    feed = {indices: where, ratings: seen}
    for _ in range(15):
        _, value, n = sess.run([train, loss, step], feed_dict=feed)
        if n % 5 == 0:
            print(n, '%.4f' % value)
    print('share %.4f trace %.4f' % (sess.run(share, feed), sess.run(trace)))
    print('singular', np.round(sess.run(singular)[:3], 3))
    print('error %.4f' % np.abs(sess.run(product) - full).max())
