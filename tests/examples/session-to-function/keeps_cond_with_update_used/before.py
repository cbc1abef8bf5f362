import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
y = tf.cond(x > 0.0, lambda: tf.assign_add(w, x), lambda: w.read_value())
z = y * w  # w before or after the update

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(z, {x: 3.0}))
