import numpy as np
import tensorflow as tf

w = tf.Variable([1.0, -2.0])
u = tf.Variable([0.5])
loss = tf.reduce_sum(w * w) + tf.reduce_sum(u)
opt = tf.train.AdamOptimizer(learning_rate=0.05, beta1=0.5)
train = opt.minimize(loss)
train2 = tf.train.RMSPropOptimizer(0.01, momentum=0.5).minimize(loss)
train3 = tf.train.AdagradOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for t in range(3):
        sess.run(train)
        sess.run(train2)
        sess.run(train3)
    print(sess.run([w, u]))
