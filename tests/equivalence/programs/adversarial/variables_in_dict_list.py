import numpy as np
import tensorflow as tf

weights = {'h': tf.Variable([[1.0, 2.0]]), 'out': tf.Variable([[1.0], [1.0]])}
biases = [tf.Variable(0.5) for _ in range(2)]
def net(t, w, b):
    h = tf.nn.relu(tf.matmul(t, w['h']) + b[0])
    return tf.matmul(h, w['out']) + b[1]
x = tf.placeholder(tf.float32, [None, 1])
y = net(x, weights, biases)
loss = tf.reduce_mean(tf.square(y))
train = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        _, l = sess.run([train, loss], {x: [[1.0]]})
        print(l)
    print(sess.run(weights['h']), sess.run(biases))
