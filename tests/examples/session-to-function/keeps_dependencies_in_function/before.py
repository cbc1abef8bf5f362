import tensorflow as tf

w = tf.Variable(1.0)
seen = tf.Variable(0, trainable=False)
count = tf.assign_add(seen, 1)


def counted(value):
    with tf.control_dependencies([count]):
        return tf.identity(value)


y = counted(w * 2.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y), sess.run(seen))
