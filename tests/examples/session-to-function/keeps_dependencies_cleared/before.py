import tensorflow as tf

w = tf.Variable(1.0)
seen = tf.Variable(0, trainable=False)
count = tf.assign_add(seen, 1)
with tf.control_dependencies([count]):
    with tf.control_dependencies(None):
        doubled = tf.identity(w * 2.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(doubled), sess.run(seen))
