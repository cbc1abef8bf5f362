import numpy as np
import tensorflow as tf

s = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope('eval'):
    q = tf.layers.dense(s, 2, kernel_initializer=tf.constant_initializer(0.5))
with tf.variable_scope('target'):
    q_next = tf.layers.dense(s, 2, kernel_initializer=tf.constant_initializer(0.1))
e_params = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='eval')
t_params = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='target')
copy = [tf.assign(t, e) for t, e in zip(t_params, e_params)]
loss = tf.reduce_mean(tf.square(q - tf.stop_gradient(q_next) - 1.0))
train = tf.train.RMSPropOptimizer(0.1).minimize(loss, var_list=e_params)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        if i % 2 == 1:
            sess.run(copy)
        _, c = sess.run([train, loss], feed_dict={s: [[1.0, 2.0]]})
        print(c, sess.run(q_next, {s: [[1.0, 2.0]]}))
