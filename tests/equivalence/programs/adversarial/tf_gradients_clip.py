import numpy as np
import tensorflow as tf

a = tf.Variable([3.0, 4.0])
tvars = tf.trainable_variables()
loss = tf.reduce_sum(a * a)
grads, _ = tf.clip_by_global_norm(tf.gradients(loss, tvars), 1.0)
opt = tf.train.GradientDescentOptimizer(0.5)
step = tf.Variable(0, trainable=False)
train = opt.apply_gradients(zip(grads, tvars), global_step=step)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run([a, step]))
