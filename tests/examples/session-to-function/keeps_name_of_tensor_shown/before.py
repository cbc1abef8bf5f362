import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.get_variable("w", [2, 1])
score = tf.matmul(x, w, name="score")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(score.name, sess.run(score, {x: np.ones((2, 2))}).shape)
