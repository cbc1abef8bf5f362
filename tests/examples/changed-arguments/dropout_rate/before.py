import tensorflow as tf

keep = 1.0
x = tf.placeholder(tf.float32, [3])
dropped = tf.nn.dropout(x, keep_prob=keep)

with tf.Session() as sess:
    print(sess.run(dropped, {x: [1.0, 2.0, 3.0]}))
