import numpy as np
import tensorflow as tf

emb = tf.Variable(np.arange(6).reshape(3, 2).astype(np.float32))
ids = tf.placeholder(tf.int32, [None])
e = tf.nn.embedding_lookup(emb, ids)
loss = tf.reduce_sum(e * e)
train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {ids: [0, 2]})
    sess.run(train, {ids: [1, 2, 2]})
    print(sess.run(emb))
