import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
w = tf.Variable(tf.ones([3, 2]))
width = w.get_shape().as_list()[1]
y = tf.reshape(tf.matmul(x, w), [-1, width])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(width, sess.run(y, {x: [[1.0, 2.0, 3.0]]}))
