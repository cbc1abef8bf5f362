import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [None])
W = tf.Variable(0.3)
b = tf.Variable(-0.3)
model = W * x + b
loss = tf.reduce_sum(tf.square(model - y))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)
data = {x: [1, 2, 3, 4], y: [0, -1, -2, -3]}
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(100):
        sess.run(train, data)
    cw, cb, cl = sess.run([W, b, loss], data)
    print("W: %s b: %s loss: %s" % (cw, cb, cl))
    print(sess.run(model, {x: [1, 2]}))
