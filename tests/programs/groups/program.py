import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [None])
base = x * 2.0
left = base + 1.0
right = base - 1.0
both = left * right
error = tf.reduce_mean(both - y)

with tf.Session() as sess:
    sess.run(left, {x: [1.0]})
    sess.run(right, {x: [1.0]})
    sess.run([both, base], {x: [1.0]})
    sess.run(error, {x: [1.0], y: [1.0]})
    sess.run([left], {x: [2.0]})
