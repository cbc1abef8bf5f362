import numpy as np
import tensorflow as tf

data = np.arange(12).reshape(4, 3).astype(np.float32) / 10.0
x = tf.placeholder(tf.float32, [None, 3])
first = tf.Variable(tf.ones([3, 2]) * 0.5)
last = tf.Variable(tf.ones([3, 2]) * 0.2)
chosen = first if len(data) > 4 else last
loss = tf.reduce_mean(tf.square(tf.matmul(x, chosen) + tf.matmul(x, first)))
step = tf.train.RMSPropOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(step, {x: data})
    print(sess.run(loss, {x: data}))
