import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

def net(x, scope):
    with tf.variable_scope(scope):
        return tf.matmul(x, tf.Variable(tf.ones([4, 4]) * 0.1, name="w"))

x = tf.placeholder(tf.float32, [None, 4])
out = net(x, "a") + net(x, "ab") * net(x, "a")
loss = tf.reduce_mean(tf.square(out - 1.0))
vs = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="a/")
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss, var_list=vs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print(sess.run([train, loss], {x: data})[1])
