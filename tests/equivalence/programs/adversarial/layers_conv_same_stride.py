import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 5, 5, 1])
c = tf.layers.conv2d(x, 2, (3, 3), strides=(2, 2), padding='SAME', kernel_initializer=tf.constant_initializer(0.1), activation=tf.nn.relu)
p = tf.layers.average_pooling2d(c, 2, 1, padding='same')
f = tf.reshape(p, [-1, 3 * 3 * 2])
o = tf.layers.dense(f, 2, kernel_initializer=tf.constant_initializer(0.1))
pred = tf.argmax(tf.nn.softmax(o), 1)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([o, pred], {x: np.arange(25).reshape(1, 5, 5, 1)}))
