import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
h = tf.square(x)
width = h.get_shape().as_list()[1]
names = ["column %d" % number for number in range(width)]

with tf.Session() as sess:
    print(names, sess.run(h, {x: [[1.0, 2.0, 3.0]]}))
