"""Gradients computed first and applied later: some are None, some are clipped, and their size is watched."""
import numpy as np
import tensorflow as tf

np.random.seed(26)
tf.set_random_seed(26)
xs = np.random.randn(50, 4).astype(np.float32)
ys = (5 * xs[:, :1] - xs[:, 1:2] ** 2).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
with tf.variable_scope('net'):
    w1 = tf.get_variable('w1', [4, 8], initializer=tf.random_normal_initializer(stddev=0.5))
    w2 = tf.get_variable('w2', [8, 1], initializer=tf.random_normal_initializer(stddev=0.5))
with tf.variable_scope('unused'):
    spare = tf.get_variable('spare', [3], initializer=tf.zeros_initializer())   # no loss reaches it
prediction = tf.matmul(tf.nn.elu(tf.matmul(x, w1)), w2)
loss = tf.reduce_mean(tf.square(prediction - y))

global_step = tf.Variable(0, name='global_step', trainable=False)
optimizer = tf.train.AdamOptimizer(0.02)
gvs = optimizer.compute_gradients(loss)
capped_gvs = [(tf.clip_by_value(grad, -1., 1.), var) for grad, var in gvs if grad is not None]
train_op = optimizer.apply_gradients(capped_gvs, global_step=global_step)

# another way to the same end, with plain descent
tvars = [w1, w2]
grads, norm = tf.clip_by_global_norm(tf.gradients(loss, tvars), 2.0)
slow_op = tf.train.GradientDescentOptimizer(0.05).apply_gradients(zip(grads, tvars))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(12):
        _, value = sess.run([train_op, loss], feed_dict={x: xs, y: ys})
        if i % 4 == 0:
            print(i, 'loss %.4f' % value)
    for i in range(6):
        _, value, size = sess.run([slow_op, loss, norm], feed_dict={x: xs, y: ys})
    print('loss %.4f norm %.4f' % (value, size))
    print('steps', sess.run(global_step), 'spare', sess.run(spare))
