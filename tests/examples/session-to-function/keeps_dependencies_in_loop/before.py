import tensorflow as tf

w = tf.Variable(1.0)
seen = tf.Variable(0, trainable=False)
count = tf.assign_add(seen, 1)
y = w * 2.0
for factor in (1.0, 2.0):
    with tf.control_dependencies([count]):
        y = tf.identity(y * factor)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y), sess.run(seen))
