import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(2.0)
y = tf.reduce_sum(w * x * x)
dx, dw = tf.gradients(y, [x, w])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([dx, dw], {x: [1.0, 2.0]}))
