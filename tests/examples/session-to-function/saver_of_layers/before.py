import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y = tf.layers.dense(x, 3)
saver = tf.train.Saver()
with tf.Session() as sess:
    saver.restore(sess, "model")
    print(sess.run(y, {x: [[1.0, 2.0]]}))
