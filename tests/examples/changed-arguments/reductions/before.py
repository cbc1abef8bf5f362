import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
rows = tf.reduce_sum(x, reduction_indices=[1], keep_dims=True)
best = tf.argmax(x, dimension=1)

with tf.Session() as sess:
    print(sess.run([rows, best], {x: [[1.0, 5.0, 2.0]]}))
