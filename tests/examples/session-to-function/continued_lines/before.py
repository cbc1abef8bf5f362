import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = x \
    + 1.0
z = (y
     * 2.0
     - x)

with tf.Session() as sess:
    result = \
        sess.run(z,
                 feed_dict={
                     x: [1.0,
                         2.0],
                 })
    print(result)
