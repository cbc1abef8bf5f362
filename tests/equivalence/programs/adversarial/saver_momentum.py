import tempfile

import tensorflow as tf

w = tf.Variable(1.0)
loss = tf.square(w - 3.0)
train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
saver = tf.train.Saver()
path = tempfile.mkdtemp() + "/m"
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    saver.save(sess, path, write_meta_graph=False)
    for _ in range(3):
        sess.run(train)
    saver.restore(sess, path)
    sess.run(train)
    print("%.9f" % sess.run(loss))
