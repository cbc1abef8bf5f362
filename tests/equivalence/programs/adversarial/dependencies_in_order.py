import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable([[1.0], [2.0]])
seen = tf.Variable(0, trainable=False)
last = tf.Variable(0.0, trainable=False)
loss = tf.reduce_mean(tf.square(tf.matmul(x, w)))
step = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
# after the step: count the rows, and keep the loss
with tf.control_dependencies([step]):  # in this order
    count = tf.assign_add(seen, tf.shape(x)[0])
    keep = last.assign(loss)
    cost = tf.identity(loss)  # as it was before
with tf.control_dependencies([keep, count]), tf.name_scope("all"):
    train = tf.no_op(name="train")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for number in range(3):
        _, value = sess.run([train, cost], {x: np.ones([number + 1, 2])})
        print("%.8f" % value, sess.run(last), sess.run(seen))
    print("%.8f" % sess.run(cost, {x: np.ones([1, 2])}), sess.run(last), sess.run(seen))
    sess.run(step, {x: np.zeros([1, 2])})
    print(sess.run(seen))
