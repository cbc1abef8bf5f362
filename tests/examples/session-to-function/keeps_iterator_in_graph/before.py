import tensorflow as tf

it = iter([1.0, 2.0, 3.0])
x = tf.placeholder(tf.float32, [])
y = x * next(it)
first = next(it)
with tf.Session() as sess:
    print(first, sess.run(y, {x: 1.0}), sess.run(y + 1.0, {x: 1.0}))
