import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])


def twice(row):
    return row * 2.0


code = tf.map_fn(twice, x)
scores = tf.layers.dense(code, 2)
first = tf.unstack(tf.transpose(code))[0]

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(scores, {x: [[1.0, 2.0, 3.0, 4.0]]}).shape)
    print(sess.run(scores, {code: [[1.0, 2.0, 3.0, 4.0]]}).shape)
    print(sess.run(first, {code: [[1.0, 2.0, 3.0, 4.0]]}))
