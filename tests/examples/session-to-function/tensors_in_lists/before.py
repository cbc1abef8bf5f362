import tensorflow as tf

x = tf.placeholder(tf.float32, [])
losses = [x * k for k in (1.0, 2.0, 3.0)]
total = tf.add_n(losses)
first, rest = losses[0], losses[1:]
with tf.Session() as sess:
    print(sess.run(total, {x: 1.0}), sess.run(losses, {x: 1.0}), sess.run(rest, {x: 2.0}), sess.run(first, {x: 2.0}))
