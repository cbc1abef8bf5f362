import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])


def build(a, b):
    out = tf.reduce_sum(a, 1, keepdims=True)
    return out, tf.reduce_mean(tf.square(out - b))


score, loss = build(x, y)
with tf.Session() as sess:
    print(sess.run(score, {x: [[1.0, 2.0]]}))
    print(sess.run(loss, {x: [[1.0, 2.0]], y: [[1.0]]}))
