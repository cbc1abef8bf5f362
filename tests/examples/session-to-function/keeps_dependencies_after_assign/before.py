import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
copy = tf.Variable(0.0)
replace = tf.assign(w, x)
with tf.control_dependencies([replace]):
    update = tf.assign(copy, w * 10.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(update, {x: 5.0})
    print(sess.run(copy))
