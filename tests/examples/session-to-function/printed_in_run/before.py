import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
total = tf.reduce_sum(x)
total = tf.Print(total, [total, x], message="total: ", summarize=5)  # to see what comes in
mean = total / tf.cast(tf.size(x), tf.float32)

with tf.Session() as sess:
    print(sess.run(mean, {x: [1.0, 2.0, 4.5]}))
    print(sess.run(x, {x: [1.0]}))
