import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("output"):
    w = tf.get_variable("w", [2, 1], initializer=tf.ones_initializer())
    b = tf.Variable(tf.zeros([1]), name="b")
score = tf.matmul(x, w) + b
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_mean(score))
print(w.name, b.op.name)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: np.ones((2, 2))})
    for variable in tf.trainable_variables():
        print(variable.name, sess.run(variable))
    print([v.op.name for v in tf.trainable_variables()])
    print({v.name: sess.run(v) for v in [w, b]})
