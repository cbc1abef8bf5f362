import tensorflow as tf

w = tf.Variable(1.0, name="w")
grow = tf.assign_add(w, 1.0)


def values():
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        while True:
            yield sess.run(grow)


stream = values()
print(next(stream), next(stream))
