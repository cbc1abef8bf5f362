import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
h = x
scale = 1.0
for _ in range(3):
    scale = scale * 2
    w = tf.Variable(tf.fill([4, 4], scale))
    h = tf.matmul(h, w) * scale
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h, {x: [[1.0, 2.0, 3.0, 4.0]]}))
