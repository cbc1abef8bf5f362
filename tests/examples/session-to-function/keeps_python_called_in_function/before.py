import tensorflow as tf

seen = []


def remember(t):
    seen.append(t)
    return t


def doubled(t):
    tf.py_func(remember, [t], tf.float32)  # nothing needs it: it is never called
    return 2.0 * t


x = tf.placeholder(tf.float32, [None])
y = doubled(x)

with tf.Session() as sess:
    print(sess.run(y, {x: [1.0]}), len(seen))
