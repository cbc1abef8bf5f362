import tensorflow as tf
from somewhere import main

x = tf.placeholder(tf.float32, [])
y = x * 2.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
tf.app.run()
