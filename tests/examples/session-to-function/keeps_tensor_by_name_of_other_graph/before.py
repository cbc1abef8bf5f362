import tensorflow as tf

with tf.Graph().as_default():
    x = tf.placeholder(tf.float32, [], name="x")
    y = tf.square(x, name="y")
    with tf.Session() as sess:
        print(sess.run("y:0", {x: 2.0}))
