import numpy as np
import tensorflow as tf

data = np.arange(12).reshape(4, 3).astype(np.float32) / 10.0
x = tf.placeholder(tf.float32, [None, 3])
weights = [tf.Variable(tf.ones([3, 2]) * (k + 1)) for k in range(2)]
last = tf.Variable(tf.ones([3, 2]) * 0.2)
theta = weights + [last]
error = tf.reduce_mean(tf.square(tf.matmul(x, last)))
loss = error + 0.1 * tf.add_n([tf.nn.l2_loss(v) for v in theta])
step = tf.train.RMSPropOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(step, {x: data})
    print(sess.run(loss, {x: data}))
