import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def net(z):
    return tf.layers.dense(z, 4, name="fc", kernel_initializer=tf.constant_initializer(0.3))

x = tf.placeholder(tf.float32, [None, 4])
out = net(x)
again = tf.layers.dense(out, 4, name="fc", reuse=True)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(again, {x: data})[0])
