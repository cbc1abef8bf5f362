import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.add(x, 1.0, name="y")

with tf.Session() as sess:
    print(sess.run("y:0", {x: 1.0}))
