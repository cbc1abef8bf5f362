import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("a"):
    w = tf.Variable(tf.ones([4, 4]) * 0.1, name="w")
with tf.variable_scope("a"):
    v = tf.Variable(tf.ones([4, 4]) * 0.1, name="w")
out = tf.matmul(x, w) * tf.matmul(x, v)
loss = tf.reduce_mean(tf.square(out - 1.0))
vs = tf.trainable_variables("a/")
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss, var_list=vs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print(sess.run([train, loss], {x: data})[1])
