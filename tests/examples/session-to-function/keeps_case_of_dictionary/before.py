import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.case({x < 0.0: lambda: -x}, default=lambda: x)

with tf.Session() as sess:
    print(sess.run(y, {x: 3.0}))
