import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
total, most = tf.Print(tf.reduce_sum(x), [x]), tf.reduce_max(x)

with tf.Session() as sess:
    print(sess.run(most, {x: [1.0, 2.0, 4.5]}))
    print(sess.run(total, {x: [1.0, 2.0, 4.5]}))
