import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
with tf.name_scope("part"):
    first = tf.square(x)
with tf.name_scope("part"):
    y = tf.square(first, name="y")

with tf.Session() as sess:
    print(sess.run("part_1/y:0", {x: 2.0}))
