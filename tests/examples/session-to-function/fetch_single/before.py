import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
doubled = 2 * x

sess = tf.Session()
print(sess.run(doubled, feed_dict={x: [1.0, 2.0]}))
sess.close()
