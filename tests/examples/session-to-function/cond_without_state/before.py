import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.cond(x > 0.0, lambda: x * 2.0, lambda: -x)

with tf.Session() as sess:
    print(sess.run(y, {x: 3.0}), sess.run(y, {x: -3.0}))
