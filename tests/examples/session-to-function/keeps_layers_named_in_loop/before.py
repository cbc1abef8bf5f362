import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
h = x
for units in [3, 4]:
    h = tf.layers.dense(h, units, name="dense_%d" % units)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h, {x: [[1.0, 2.0, 3.0, 4.0]]}))
