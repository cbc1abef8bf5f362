import tensorflow as tf

x = tf.placeholder(tf.float32, [3])
f = tf.reduce_sum(x * x * x)
curvature = tf.hessians(f, x, colocate_gradients_with_ops=True)[0]

with tf.Session() as sess:
    print(sess.run(curvature, {x: [1.0, 2.0, 3.0]}))
