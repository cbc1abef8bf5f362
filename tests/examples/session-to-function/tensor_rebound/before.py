import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
h = x + 1.0
h = tf.nn.relu(h)
h = h * 2.0
out = tf.reduce_sum(h)

with tf.Session() as sess:
    print(sess.run(out, {x: [-3.0, 1.0]}), sess.run(h, {x: [1.0]}))
