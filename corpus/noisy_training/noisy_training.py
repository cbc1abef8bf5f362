"""Denoising: the network sees a noisy signal and must give back the clean one.

The noise is made in the graph, so every run draws it anew.
"""
import numpy as np
import tensorflow as tf

np.random.seed(9)
tf.set_random_seed(9)

LENGTH = 256


def signals(count):
    phase = np.random.uniform(0, 2 * np.pi, (count, 1))
    pitch = np.random.uniform(1, 4, (count, 1))
    return np.sin(phase + pitch * np.linspace(0, 2 * np.pi, LENGTH)[None, :])


def dense(value, weight, bias):
    return tf.matmul(value, weight) + bias


clean = tf.placeholder(tf.float32, [None, LENGTH], name='clean')
noise_level = tf.placeholder(tf.float32, (), name='noise_level')

noisy = clean + noise_level * tf.random_normal(tf.shape(clean))

w_in = tf.Variable(tf.truncated_normal([LENGTH, 400], stddev=0.08))
b_in = tf.Variable(tf.zeros([400]))
w_out = tf.Variable(tf.truncated_normal([400, LENGTH], stddev=0.05))
b_out = tf.Variable(tf.zeros([LENGTH]))

code = tf.nn.leaky_relu(dense(noisy, w_in, b_in))
restored = dense(code, w_out, b_out)
loss = tf.reduce_mean(tf.squared_difference(restored, clean))
step = tf.train.RMSPropOptimizer(1e-3, momentum=0.5).minimize(loss)

# an average of the loss that the graph keeps for itself
average = tf.Variable(1.0, trainable=False)
track = tf.assign(average, 0.9 * average + 0.1 * loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(21):
        batch = signals(128)
        sess.run(step, feed_dict={clean: batch, noise_level: 0.4})
        if i % 10 == 0:   # not every step
            sess.run(track, feed_dict={clean: batch, noise_level: 0.4})
        if i % 20 == 0:
            print('%3d: average loss %.4f' % (i, sess.run(average)))
    held = signals(100)
    for level in (0.0, 0.2, 0.8):
        print('noise %.1f: loss %.4f' % (level, sess.run(loss, feed_dict={clean: held, noise_level: level})))
