import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
first = tf.add(x, 1.0, name="y")
second = tf.add(x, 2.0, name="y")

with tf.Session() as sess:
    print(sess.run("y_1:0", {x: 1.0}), sess.run("y:0", {x: 1.0}))
