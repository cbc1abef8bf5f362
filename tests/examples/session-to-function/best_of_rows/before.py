import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
best = tf.nn.top_k(x, 2)
second = best.indices[:, 1]
most, _ = tf.nn.top_k(x, 1)

with tf.Session() as sess:
    print(sess.run(best, {x: [[1.0, 3.0, 2.0]]}))
    print(sess.run([best.values, second, most], {x: [[1.0, 3.0, 2.0]]}))
    found = sess.run(best, {x: [[4.0, 3.0, 2.0]]})
    print(found.indices, found.values)
