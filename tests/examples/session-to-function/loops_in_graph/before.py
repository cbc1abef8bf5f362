import tensorflow as tf

x = tf.placeholder(tf.float32, [])
k = tf.constant(2.0)
_, power = tf.while_loop(lambda i, p: i < 3, lambda i, p: (i + 1, p * x * k), [0, 1.0])
mapped = tf.map_fn(lambda e: e * x, tf.constant([1.0, 2.0]))
with tf.Session() as sess:
    print(sess.run(power, {x: 2.0}), sess.run(mapped, {x: 3.0}))
