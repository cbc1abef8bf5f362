import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
h = x
for number in range(3):
    units = 2 * number + 1
    h = tf.layers.dense(h, units)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h, {x: [[1.0, 2.0, 3.0, 4.0]]}))
