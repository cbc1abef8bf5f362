import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
used = x + 1.0
unused = used + y
w = tf.Variable(1.0)
never = tf.assign(w, x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(used, {x: 1.0, y: 2.0}))
