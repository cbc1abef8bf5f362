import numpy as np
import tensorflow as tf

s = tf.placeholder(tf.float32, [None, 2])
a = tf.placeholder(tf.int32, [None])
v = tf.placeholder(tf.float32, [None])
W = tf.Variable([[0.1, 0.2], [0.3, 0.4]])
p = tf.nn.softmax(tf.matmul(s, W))
nll = tf.reduce_sum(-tf.log(p) * tf.one_hot(a, 2), axis=1)
loss = tf.reduce_mean(nll * v)
t = tf.train.AdamOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    obs = np.array([1.0, 2.0])
    for k in range(3):
        prob = sess.run(p, {s: obs[np.newaxis, :]})
        act = int(prob[0].argmax())
        sess.run(t, {s: np.vstack([obs, obs]), a: np.array([act, 1 - act]), v: [1.0, -0.5]})
        print(prob, act)
