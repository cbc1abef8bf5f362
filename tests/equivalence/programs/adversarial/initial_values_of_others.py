import numpy as np
import tensorflow as tf

rows = np.arange(12, dtype=np.float32).reshape(6, 2) / 7
x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("net"):
    w = tf.Variable(np.array([[0.5], [-0.25]], np.float32), name="w")
    b = tf.get_variable("b", [1], initializer=tf.constant_initializer(0.125))
shadow = [tf.Variable(v.initialized_value(), trainable=False) for v in tf.trainable_variables()]
sums = [tf.Variable(tf.zeros_like(v.initialized_value()), trainable=False) for v in [w, b]]
double = tf.Variable(w.initialized_value() * 2.0 + b.initial_value, trainable=False)
again = tf.Variable(-double.initialized_value(), trainable=False)
called = tf.Variable(lambda: tf.reduce_sum(w.initialized_value(), 0), trainable=False)
twin = tf.Variable(w.initialized_value(), name="twin")

loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + tf.matmul(x, twin) + b - 1.0))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
follow = [tf.assign(s, 0.5 * s + 0.5 * v) for s, v in zip(shadow, [w, b])]
add = [s.assign_add(v) for s, v in zip(sums, [w, b])]

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(np.array_equal(*sess.run([w, twin])), sess.run(shadow[0]).ravel())
    for step in range(3):
        print(sess.run([train, loss], {x: rows})[1])
        sess.run(follow)
        sess.run(add)
    for each in (w, b, twin, double, again, called):
        print(sess.run(each).ravel())
    for each in shadow + sums:
        print(sess.run(each).ravel())
