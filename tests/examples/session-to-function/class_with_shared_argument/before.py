import tensorflow as tf


def scaled(inputs, factor, *, size=3):
    """Inputs times weights, both scaled."""
    factor = factor * 0.5
    weights = {
        "w": tf.Variable(tf.ones([2, size]) * factor, name="w"),  # the kernel
        "b": tf.Variable(tf.zeros([size]), trainable=True),
    }
    # a second factor
    h = tf.matmul(inputs, weights["w"]) * factor

    return h + weights["b"]


x = tf.placeholder(tf.float32, [None, 2])
y = scaled(x, 2.0)
z = scaled(y[:, :2], factor=4.0, size=1)
loss = tf.reduce_mean(z)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([train, y], {x: [[1.0, 2.0]]}))
