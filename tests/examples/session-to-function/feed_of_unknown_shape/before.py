import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
w = tf.Variable(tf.ones([4, 2]))


def twice(row):
    return row * 2.0


code = tf.map_fn(twice, x)
total = tf.reduce_sum(tf.matmul(code, w))
scores = tf.layers.dense(x, 2)
last = tf.layers.dense(tf.reshape(code, [-1, 4]), 2)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(total, {x: [[1.0, 2.0, 3.0, 4.0]]}))
    print(sess.run(total, {code: [[1.0, 2.0, 3.0, 4.0]]}))
    print(sess.run([total, scores], {code: [[1.0, 2.0, 3.0, 4.0]], x: [[1.0, 2.0, 3.0, 4.0]]})[1].shape)
    print(sess.run(last, {code: [[1.0, 2.0, 3.0, 4.0]]}).shape)
