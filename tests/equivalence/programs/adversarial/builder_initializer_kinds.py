import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def net(x, name, init):
    w = tf.get_variable(name, [4, 4], initializer=init)
    return tf.matmul(x, w)

x = tf.placeholder(tf.float32, [None, 4])
out = net(net(x, "a", tf.ones_initializer()), "b", tf.ones_initializer)

loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        _, c = sess.run([train, loss], {x: data})
        print(i, c)
    print(sess.run(out, {x: data})[:2])
