import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
logged = tf.log(x)
product = tf.mul(x, x) if False else tf.multiply(x, x)
inside = tf.is_nan(logged)
shifted = tf.floormod(x, 2.0)

with tf.Session() as sess:
    print(sess.run([logged, product, inside, shifted], {x: [1.0, 2.0]}))
