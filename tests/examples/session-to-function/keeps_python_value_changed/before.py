import tensorflow as tf

scale = 2.0
x = tf.placeholder(tf.float32, [])
y = scale * x
scale = 3.0
z = scale * x

with tf.Session() as sess:
    print(sess.run([y, z], {x: 1.0}))
