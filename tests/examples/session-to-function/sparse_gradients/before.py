import tensorflow as tf

ids = tf.placeholder(tf.int32, [None])
table = tf.Variable([[1.0], [2.0], [3.0]])
picked = tf.nn.embedding_lookup(table, ids)
loss = tf.reduce_sum(tf.square(picked))
train = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {ids: [0, 0, 2]})
    print(sess.run(table))
