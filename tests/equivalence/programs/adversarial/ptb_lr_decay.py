import numpy as np
import tensorflow as tf

lr = tf.Variable(0.0, trainable=False)
w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(lr).minimize(w * w)
new_lr = tf.placeholder(tf.float32, shape=[], name='new_lr')
update = tf.assign(lr, new_lr)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        decay = 0.5 ** max(epoch - 1, 0)
        sess.run(update, feed_dict={new_lr: 0.2 * decay})
        sess.run(train)
        print(sess.run(w))
