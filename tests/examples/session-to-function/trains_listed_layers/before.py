import numpy as np
import tensorflow as tf

data = np.arange(12).reshape(4, 3).astype(np.float32) / 10.0
x = tf.placeholder(tf.float32, [None, 3])
w = tf.get_variable("net/w", [3, 2], initializer=tf.constant_initializer(0.5))
b = tf.get_variable("net/b", [2], initializer=tf.constant_initializer(0.1))
h = tf.layers.dense(x, 4, name="hid", kernel_initializer=tf.constant_initializer(0.2))
tvars = tf.trainable_variables()
error = tf.reduce_mean(tf.square(tf.matmul(x, w) + b))
loss = error + 0.1 * tf.add_n([tf.nn.l2_loss(v) for v in tvars])
step = tf.train.MomentumOptimizer(0.1, 0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(step, {x: data})
    print(sess.run([w, b]))
    print(sess.run(loss, {x: data}))
