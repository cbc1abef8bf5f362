import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
grow = tf.assign_add(w, x)


def fit(amount):
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(grow, {x: amount})
        return sess.run(w)


print(fit(1.0))
print(fit(2.0))
