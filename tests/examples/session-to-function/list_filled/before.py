import tensorflow as tf

x = tf.placeholder(tf.float32, [])
powers = []
powers.append(x * x)
powers.append(x * x * x)

with tf.Session() as sess:
    print(sess.run(powers, {x: 2.0}))
