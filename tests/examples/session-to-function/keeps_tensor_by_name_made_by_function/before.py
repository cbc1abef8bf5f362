import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")


def squared(value, name):
    return tf.square(value, name=name)


y = squared(x, "y")

with tf.Session() as sess:
    print(sess.run("y:0", {x: 2.0}))
