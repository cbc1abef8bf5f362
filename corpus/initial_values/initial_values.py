"""Variables that begin where others begin, at twice their values, or at what the data says."""
import numpy as np
import tensorflow as tf

np.random.seed(6)
rows = np.random.normal(3.0, 2.0, (50, 3)).astype(np.float32)
truth = ((rows - 3) / 2).sum(1, keepdims=True).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 3])
t = tf.placeholder(tf.float32, [None, 1])

mean = tf.Variable(rows.mean(0), trainable=False, name='mean')
scale = tf.Variable(1.0 / rows.std(0), trainable=False, name='scale')
w = tf.Variable(tf.random_normal([3, 1], stddev=0.35, seed=1), name='weights')
# another variable with the same value, and one with twice the value
w2 = tf.Variable(w.initialized_value(), name='w2')
w_twice = tf.Variable(w.initialized_value() * 2.0, name='w_twice', trainable=False)
start = tf.Variable(tf.identity(w2.initialized_value()), trainable=False)

normal = (x - mean) * scale
out = tf.matmul(normal, w) + tf.matmul(normal, w2)
loss = tf.reduce_mean(tf.square(out - t))
moved = tf.norm(w2 - start)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

init = tf.global_variables_initializer()
with tf.Session() as sess:
    sess.run(init)
    print('twice', np.allclose(*sess.run([2 * w, w_twice])))
    for i in range(12):
        _, value = sess.run([train, loss], {x: rows, t: truth})
        if i % 4 == 0:
            print(i, round(float(value), 4))
    print('moved %.4f' % sess.run(moved))
