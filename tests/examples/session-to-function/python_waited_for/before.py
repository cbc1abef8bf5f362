import tensorflow as tf

seen = []


def remember(t):
    seen.append(float(t))
    return t


x = tf.placeholder(tf.float32, [])
kept = tf.py_func(remember, [x], tf.float32)
with tf.control_dependencies([kept]):
    y = tf.square(x)
z = tf.square(x)

with tf.Session() as sess:
    print(sess.run(y, {x: 3.0}), seen)
    print(sess.run(z, {x: 4.0}), seen)
