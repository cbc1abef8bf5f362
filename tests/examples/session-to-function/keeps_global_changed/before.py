import tensorflow as tf

scale = 2.0


def grow():
    global scale
    scale = 7.0


x = tf.placeholder(tf.float32, [])
y = x * scale
grow()
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
