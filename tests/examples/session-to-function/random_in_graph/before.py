import tensorflow as tf

tf.set_random_seed(1)
shape = [2]
x = tf.placeholder(tf.float32, [2])
noise = tf.random_normal(shape, stddev=0.0)
noisy = x + noise

with tf.Session() as sess:
    print(sess.run(noisy, {x: [1.0, 2.0]}))
