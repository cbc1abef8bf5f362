import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
with tf.name_scope("output"):
    w = tf.Variable([1.0, 2.0], name="w")
y = w * x

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(w.name, sess.run(y, {x: [1.0, 1.0]}))
