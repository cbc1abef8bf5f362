import numpy as np
import tensorflow as tf

ks = map(float, ['1', '2'])
x = tf.placeholder(tf.float32, [])
y = tf.add_n([x * k for k in ks])
z = y + 1
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
    print(sess.run([y, z], {x: 1.0}))
