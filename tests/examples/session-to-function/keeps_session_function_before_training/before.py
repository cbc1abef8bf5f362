import tensorflow as tf

w = tf.Variable(1.0, name="w")
grow = tf.assign_add(w, 1.0)
init = tf.global_variables_initializer()


def show():
    with tf.Session() as sess:
        sess.run(init)
        print(sess.run(w))


def train():
    with tf.Session() as sess:
        sess.run(init)
        print(sess.run(grow))


train()
show()
