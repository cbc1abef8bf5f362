import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32)
prediction = tf.Variable(tf.zeros([1]), name='bias')
for power in range(1, 4):
    w = tf.Variable(tf.ones([1]), name='weight_%d' % power)
    prediction = tf.add(tf.multiply(tf.pow(x, power), w), prediction)
loss = tf.reduce_mean(tf.square(prediction - 1.0))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for value in np.linspace(-1, 1, 5):
        sess.run(train, {x: value})
    print(prediction.eval({x: 0.5}, session=sess))
