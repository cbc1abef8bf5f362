import tensorflow as tf

a = tf.placeholder(tf.float32, [None], name="a")
b = tf.placeholder("float")
c = tf.placeholder(tf.int64, shape=(2, None))
d = tf.placeholder_with_default(0.5, [])
total = tf.reduce_sum(a) + b * d + tf.cast(tf.reduce_sum(c), tf.float32)
half = a * d
feed = {a: [1.0], b: 2.0, c: [[1], [2]]}

sess = tf.Session()
print(sess.run(total, feed_dict=feed))
print(sess.run(half, {a: [1.0]}), sess.run(half, {a: [1.0], d: 1.0, b: 3.0}))
