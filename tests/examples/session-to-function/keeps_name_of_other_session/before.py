import numpy as np
import tensorflow as tf

from scoring import Engine

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]))
score = tf.reduce_mean(tf.matmul(x, w), name="score")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run("score:0", feed_dict={x: np.ones((3, 2))}))


def reference(path):
    sess = Engine(path)
    return sess.run("score:0")


print(reference("model.bin"))
