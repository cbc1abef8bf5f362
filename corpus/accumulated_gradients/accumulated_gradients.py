"""Large batches out of small ones: gradients are added up in variables and applied after some rounds."""
import numpy as np
import tensorflow as tf

np.random.seed(19)
tf.set_random_seed(19)
rows = np.random.rand(64, 3).astype(np.float32)
goal = rows.prod(1, keepdims=True) * 8

x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
w1 = tf.Variable(tf.random_normal([3, 8], stddev=0.5))
b1 = tf.Variable(tf.zeros([8]))
w2 = tf.Variable(tf.random_normal([8, 1], stddev=0.5))
out = tf.matmul(tf.nn.relu(tf.matmul(x, w1) + b1), w2)
loss = tf.reduce_mean(tf.squared_difference(out, y))

opt = tf.train.AdamOptimizer(0.01)
tvs = tf.trainable_variables()
accum_vars = [tf.Variable(tf.zeros_like(tv.initialized_value()), trainable=False) for tv in tvs]
zero_ops = [tv.assign(tf.zeros_like(tv)) for tv in accum_vars]
gvs = opt.compute_gradients(loss, tvs)
accum_ops = [accum_vars[i].assign_add(gv[0]) for i, gv in enumerate(gvs)]
train_step = opt.apply_gradients([(accum_vars[i], gv[1]) for i, gv in enumerate(gvs)])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(4):
        sess.run(zero_ops)
        for part in range(4):
            sess.run(accum_ops, feed_dict={x: rows[part * 16:part * 16 + 16], y: goal[part * 16:part * 16 + 16]})
        sess.run(train_step)
        print(epoch, '%.4f' % sess.run(loss, {x: rows, y: goal}))
