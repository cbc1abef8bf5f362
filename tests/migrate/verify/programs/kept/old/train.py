import numpy as np
import tensorflow as tf
from tensorflow.contrib.layers import l2_regularizer, xavier_initializer

x = tf.placeholder(tf.float32, [None, 4], name="x")
y = tf.placeholder(tf.float32, [None, 1], name="y")
penalty = l2_regularizer(0.01)
w = tf.get_variable("w", [4, 1], initializer=xavier_initializer(), regularizer=penalty)
b = tf.Variable(tf.zeros([1]))
score = tf.nn.dropout(tf.matmul(x, w) + b, 0.8)
losses = tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)
loss = tf.reduce_mean(tf.square(score - y)) + tf.add_n(losses)
train = tf.train.MomentumOptimizer(0.05, 0.9).minimize(loss)
data = np.random.rand(64, 4)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(6):
        _, value = sess.run([train, "add:0" if step > 99 else loss], {x: data, "y:0": data[:, :1]})
        print(value)
