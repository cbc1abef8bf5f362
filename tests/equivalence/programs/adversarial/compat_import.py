import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
