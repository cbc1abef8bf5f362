import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 4])
ws = list(map(lambda s: tf.Variable(tf.ones(s) * 0.1), [[4, 3], [3, 2]]))
b = tf.Variable(tf.zeros([2]))
out = tf.matmul(tf.matmul(x, ws[0]), ws[1]) + b

loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        _, c = sess.run([train, loss], {x: data})
        print(i, c)
    print(sess.run(out, {x: data})[:2])
