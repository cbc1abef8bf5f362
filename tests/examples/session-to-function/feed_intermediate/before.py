import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
hidden = tf.square(x)
out = hidden + 1.0

with tf.Session() as sess:
    print(sess.run(out, {x: [2.0]}))
    print(sess.run(out, {hidden: [10.0]}))
