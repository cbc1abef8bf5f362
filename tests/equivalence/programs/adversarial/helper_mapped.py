import numpy as np
import tensorflow as tf

data = np.random.RandomState(1).rand(8, 4).astype(np.float32)

def weight(shape):
    return tf.Variable(tf.ones(shape) * 0.1)

x = tf.placeholder(tf.float32, [None, 4])
ws = list(map(weight, [[4, 3], [3, 2]]))
out = tf.matmul(tf.matmul(x, ws[0]), ws[1])
b = tf.Variable(tf.zeros([2]))
loss = tf.reduce_mean(tf.square(out + b - 1.0))
train = tf.train.AdamOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print(sess.run([train, loss], {x: data})[1])
