import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
y = tf.square(x, name="y")

with tf.Session() as sess:
    print(sess.run("y", {x: 2.0}), sess.run(y, {x: 2.0}))
