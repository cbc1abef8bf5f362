import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
outputs = []
for _ in range(3):
    w = tf.Variable(np.random.randn(4, 2).astype(np.float32))
    outputs.append(tf.matmul(x, w) * np.random.rand())
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(tf.concat(outputs, 1), {x: [[1.0, 2.0, 3.0, 4.0]]}))
