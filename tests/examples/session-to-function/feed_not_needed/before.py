import tensorflow as tf

stream = iter([1.0, 2.0, 3.0])
x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
twice = 2.0 * x
both = x + y

with tf.Session() as sess:
    print(sess.run(twice, {x: 1.0, y: 5.0}))
    print(sess.run(twice, {x: next(stream), y: next(stream)}))
    print(sess.run(both, {x: next(stream), y: 0.0}))
