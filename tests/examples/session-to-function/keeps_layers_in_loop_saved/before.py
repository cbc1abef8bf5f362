import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
h = x
for units in [3, 4]:
    h = tf.layers.dense(h, units)
saver = tf.train.Saver()
with tf.Session() as sess:
    saver.restore(sess, "model")
    print(sess.run(h, {x: [[1.0, 2.0, 3.0, 4.0]]}))
