import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
z = tf.placeholder(tf.float32, [None, 1])
k = tf.constant_initializer(0.5)
with tf.variable_scope('G'):
    g = tf.layers.dense(z, 1, kernel_initializer=k)
with tf.variable_scope('D'):
    real = tf.layers.dense(x, 1, kernel_initializer=k, name='out')
    fake = tf.layers.dense(g, 1, kernel_initializer=k, name='out', reuse=True)
dl = tf.reduce_mean(fake - real)
gl = tf.reduce_mean(fake * fake)
dv = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope='D')
gv = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope='G')
td = tf.train.AdamOptimizer(0.1).minimize(dl, var_list=dv)
tg = tf.train.AdamOptimizer(0.1).minimize(gl, var_list=gv)
clip = [v.assign(tf.clip_by_value(v, -0.4, 0.4)) for v in dv]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(td, {x: [[1.0]], z: [[2.0]]})
        sess.run(clip)
        _, l = sess.run([tg, gl], {z: [[2.0]]})
        print(l, sess.run(dl, {x: [[1.0]], z: [[2.0]]}))
