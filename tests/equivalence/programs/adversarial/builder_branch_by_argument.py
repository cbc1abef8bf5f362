import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def net(x, is_training, reuse):
    with tf.variable_scope("net", reuse=reuse):
        h = tf.layers.dense(x, 3, kernel_initializer=tf.constant_initializer(0.2))
        if is_training:
            h = h * 2.0
        return tf.layers.dense(h, 1, kernel_initializer=tf.constant_initializer(0.2))

x = tf.placeholder(tf.float32, [None, 4])
out = net(x, True, False)
test = net(x, False, True)
loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print(sess.run([train, loss], {x: data})[1], sess.run(test, {x: data})[0])
