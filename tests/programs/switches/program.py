import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
training = tf.placeholder(tf.bool, [])
noisy = tf.cond(training, lambda: x + tf.random_normal([]), lambda: x)
total = tf.reduce_sum(noisy)

with tf.Session() as sess:
    print(sess.run(total, {x: [1.0], training: True}))
    print(sess.run(total, {x: [1.0], training: False}))
    print(sess.run(noisy, {x: [1.0], training: False}))
