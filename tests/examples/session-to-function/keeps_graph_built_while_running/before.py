import tensorflow as tf

x = tf.placeholder(tf.float32, [])
with tf.Session() as sess:
    for i in range(3):
        y = x * i
        print(i, sess.run(y, {x: 1.0}))
