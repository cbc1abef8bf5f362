import tensorflow as tf

weights = tf.Variable(3.0)


def layer(x, w=weights, scale=1.0):
    def inner(v):
        return v * w

    return inner(x) * scale


x = tf.placeholder(tf.float32, [])
y = layer(x, scale=2.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 1.0}))
