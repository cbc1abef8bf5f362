import numpy as np
import tensorflow as tf

def look(table, i):
    return tf.gather(table, i)
emb = tf.Variable(np.arange(6).reshape(3, 2).astype(np.float32))
ids = tf.placeholder(tf.int32, [None])
loss = tf.reduce_sum(look(emb, ids) ** 2)
train = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {ids: [0, 2]})
    sess.run(train, {ids: [1, 1]})
    sess.run(train, {ids: [0]})
    print(sess.run(emb))
