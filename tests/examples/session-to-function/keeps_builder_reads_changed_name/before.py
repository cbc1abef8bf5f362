import tensorflow as tf

x = tf.placeholder(tf.float32, [])
factor = 2.0


def scaled(v):
    return v * factor


y = scaled(x)
factor = 5.0
z = scaled(x)
with tf.Session() as sess:
    print(sess.run([y, z], {x: 1.0}))
