import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
keys = ["own", tf.GraphKeys.GLOBAL_VARIABLES]
with tf.variable_scope("scale"):
    w = tf.get_variable("w", [2], initializer=tf.ones_initializer(), collections=keys)
with tf.variable_scope("scale", reuse=True):
    again = tf.get_variable("w", [2], collections=keys)
y = x * w * again
own = tf.get_collection("own")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [1.0, 2.0]}), len(own))
