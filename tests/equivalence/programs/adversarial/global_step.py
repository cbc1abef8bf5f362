import numpy as np
import tensorflow as tf

step = tf.Variable(0, trainable=False, name='global_step')
w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(w * w, global_step=step)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, s = sess.run([train, step])
    print(sess.run([w, step]))
