import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
total = tf.get_variable("total", [2], initializer=tf.zeros_initializer(), collections=["totals"])
add = total.assign_add(x)

with tf.Session() as sess:
    sess.run(tf.variables_initializer(tf.get_collection("totals")))
    sess.run(add, {x: [1.0, 2.0]})
    print(sess.run(total))
