import numpy as np
import tensorflow as tf

tf.reset_default_graph()
inputs1 = tf.placeholder(shape=[1, 4], dtype=tf.float32)
W = tf.Variable(tf.fill([4, 2], 0.1))
Qout = tf.matmul(inputs1, W)
predict = tf.argmax(Qout, 1)
nextQ = tf.placeholder(shape=[1, 2], dtype=tf.float32)
loss = tf.reduce_sum(tf.square(nextQ - Qout))
trainer = tf.train.GradientDescentOptimizer(learning_rate=0.1)
updateModel = trainer.minimize(loss)
init = tf.initialize_all_variables()
y = 0.99
with tf.Session() as sess:
    sess.run(init)
    for i in range(3):
        s = i % 4
        a, allQ = sess.run([predict, Qout], feed_dict={inputs1: np.identity(4)[s : s + 1]})
        Q1 = sess.run(Qout, feed_dict={inputs1: np.identity(4)[s : s + 1]})
        maxQ1 = np.max(Q1)
        targetQ = allQ
        targetQ[0, a[0]] = 1.0 + y * maxQ1
        _, W1 = sess.run([updateModel, W], feed_dict={inputs1: np.identity(4)[s : s + 1], nextQ: targetQ})
    print(sess.run(W), a)
