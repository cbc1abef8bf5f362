import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(2.0, name="w")
y = w * x


def show():
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        print(sess.run(y, {x: 1.0}))
