import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
with tf.variable_scope("online"):
    # where its variables are kept
    names, init = ["online_variables", tf.GraphKeys.GLOBAL_VARIABLES], tf.ones_initializer()
    w = tf.get_variable("w", [3, 2], initializer=init, collections=names)  # weights
    b = tf.get_variable("b", [2], initializer=tf.zeros_initializer(), collections=names)
    score = tf.matmul(x, w) + b
with tf.variable_scope("target"):
    names_of_target = ["target_variables", tf.GraphKeys.GLOBAL_VARIABLES]
    target_w = tf.get_variable("w", [3, 2], collections=names_of_target, initializer=init)
    target_b = tf.get_variable("b", [2], initializer=tf.zeros_initializer(), collections=names_of_target)
    target = tf.matmul(x, target_w) + target_b
of_target = tf.get_collection("target_variables")
copy = [tf.assign(old, new) for old, new in zip(of_target, tf.get_collection("online_variables"))]
loss = tf.reduce_mean(tf.squared_difference(score, 1.0))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        sess.run(train, {x: np.ones((2, 3))})
    print(sess.run(target, {x: np.ones((2, 3))}))
    sess.run(copy)
    print(sess.run(target, {x: np.ones((2, 3))}))
