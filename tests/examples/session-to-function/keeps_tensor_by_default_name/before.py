import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
y = tf.square(tf.multiply(x, 2.0), name="Mul")

with tf.Session() as sess:
    print(sess.run("Mul:0", {x: 1.0}))
