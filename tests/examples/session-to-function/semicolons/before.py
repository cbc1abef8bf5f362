import tensorflow as tf

a = 1; b = 2
x = tf.placeholder(tf.float32, [])
y = x + a

with tf.Session() as sess:
    r = sess.run(y, {x: 1.0}); print(r, b)
