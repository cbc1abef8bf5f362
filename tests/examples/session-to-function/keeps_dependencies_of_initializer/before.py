import tensorflow as tf

w = tf.Variable(1.0)
seen = tf.Variable(0, trainable=False)
count = tf.assign_add(seen, 1)
with tf.control_dependencies([count]):
    again = tf.identity(w * 2.0)
    init = tf.global_variables_initializer()

with tf.Session() as sess:
    sess.run(init)
    print(sess.run(again), sess.run(seen))
