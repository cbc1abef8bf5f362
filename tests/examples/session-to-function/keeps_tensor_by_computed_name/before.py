import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
y = tf.square(x, name="y")

with tf.Session() as sess:
    for name in ("x", "y"):
        print(sess.run(name + ":0", {x: 2.0}))
