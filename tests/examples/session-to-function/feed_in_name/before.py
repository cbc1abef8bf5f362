import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [None])
loss = tf.reduce_mean(tf.square(x - y))

with tf.Session() as sess:
    for step in range(3):
        feed = {x: [float(step)], y: [1.0]}
        print(step, sess.run(loss, feed_dict=feed))
