import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
used = tf.layers.dense(x, 3)
unused = tf.layers.dense(x, 4)
saver = tf.train.Saver()
with tf.Session() as sess:
    saver.restore(sess, "model")
    print(sess.run(used, {x: [[1.0, 2.0]]}))
