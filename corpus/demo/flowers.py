"""Softmax regression on flowers, at the prompt's pace."""
import numpy as np
import tensorflow as tf

from datasets import flowers

measures, kinds = flowers()
measures -= measures.mean(axis=0)
onehot = np.eye(3)[kinds]
train_m, train_k = measures[:500], onehot[:500]
test_m, test_k = measures[500:], onehot[500:]

sess = tf.InteractiveSession()

x = tf.placeholder(tf.float32, shape=[None, 4])
y_ = tf.placeholder(tf.float32, shape=[None, 3])

W = tf.Variable(tf.zeros([4, 3]))
b = tf.Variable(tf.zeros([3]))
y = tf.matmul(x, W) + b

cross_entropy = tf.reduce_mean(
    tf.nn.softmax_cross_entropy_with_logits(labels=y_, logits=y))
train_step = tf.train.GradientDescentOptimizer(0.5).minimize(cross_entropy)

correct_prediction = tf.equal(tf.argmax(y, 1), tf.argmax(y_, 1))
accuracy = tf.reduce_mean(tf.cast(correct_prediction, tf.float32))

sess.run(tf.global_variables_initializer())

for i in range(100):
    begin = i * 50 % 500
    train_step.run(feed_dict={x: train_m[begin:begin + 50], y_: train_k[begin:begin + 50]})

print('accuracy: %.3f' % accuracy.eval(feed_dict={x: test_m, y_: test_k}))
print('cross entropy: %.4f' % cross_entropy.eval(feed_dict={x: test_m, y_: test_k}))
