import numpy as np
import tensorflow as tf

data = np.arange(12).reshape(4, 3).astype(np.float32) / 10.0
x = tf.placeholder(tf.float32, [None, 3])
first = tf.Variable(tf.ones([3, 2]) * 0.5)
pairs = [(tf.Variable(tf.ones([3, 2]) * (k + 1)), first) for k in range(2)]
loss = tf.add_n([tf.reduce_sum(tf.square(tf.matmul(x, a) * tf.matmul(x, b))) for a, b in pairs])
step = tf.train.RMSPropOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(step, {x: data})
    print(sess.run(loss, {x: data}))
