import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.sqrt(x)

sess = tf.Session()
with sess.as_default():
    print(y.eval(feed_dict={x: [4.0, 9.0]}))
