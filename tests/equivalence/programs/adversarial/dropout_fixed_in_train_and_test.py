import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [400])
h = tf.nn.dropout(x, 0.5)
w = tf.Variable(1.0)
loss = tf.reduce_sum(h) * w
t = tf.train.GradientDescentOptimizer(0.0).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    hv, lv, _ = sess.run([h, loss, t], {x: np.ones(400)})
    print(abs(hv.sum() - lv) < 1e-3, 100 < (hv > 0).sum() < 300)
    h2 = sess.run(h, {x: np.ones(400)})
    print((h2 == hv).all())
