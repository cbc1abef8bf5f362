import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def net(z):
    with tf.name_scope("lay"):
        w = tf.Variable(tf.ones([4, 4]) * 0.1, name="w")
        return tf.matmul(z, w)

x = tf.placeholder(tf.float32, [None, 4])
h = net(x)
with tf.variable_scope("lay"):
    v = tf.get_variable("v", [4, 2], initializer=tf.constant_initializer(0.1))
out = tf.matmul(h, v)
loss = tf.reduce_mean(tf.square(out - 1.0))
vs = tf.trainable_variables("lay")
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss, var_list=vs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print(sess.run([train, loss], {x: data})[1])
