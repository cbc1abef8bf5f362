import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
steps = tf.Variable(0, trainable=False)
w = tf.Variable([[1.0], [2.0]])
b = tf.Variable(0.5)


def score(w, b):
    return tf.matmul(x, w) + b


loss = tf.reduce_mean(tf.square(score(w, b)))
train = tf.train.MomentumOptimizer(0.05, 0.9).minimize(loss, global_step=steps)
averages = tf.train.ExponentialMovingAverage(0.99, num_updates=steps)
with tf.control_dependencies([train]):
    # the averages follow the new weights
    averages_op = averages.apply(tf.trainable_variables())
with tf.control_dependencies([train, averages_op]):
    step = tf.no_op(name="step")
shadow = averages.average(w)
smooth = score(shadow, averages.average(b))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(smooth, {x: np.ones([1, 2])}))
    for number in range(4):
        sess.run(step, {x: np.ones([number + 1, 2])})
        now, slow = sess.run([score(w, b), smooth], {x: np.ones([1, 2])})
        print("%.8f %.8f" % (now[0, 0], slow[0, 0]))
    print(sess.run(shadow).ravel(), sess.run(steps))
