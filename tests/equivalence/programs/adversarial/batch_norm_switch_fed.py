import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
image = tf.placeholder(tf.float32, [None, 2, 2, 1])
training = tf.placeholder(tf.bool, [])
h = tf.layers.batch_normalization(x, momentum=0.5, training=training)
h = tf.layers.dropout(h, 0.0, training=training)
g = tf.layers.batch_normalization(image, epsilon=0.01, training=training)
loss = tf.reduce_mean(tf.square(h - 1.0)) + tf.reduce_mean(g * image)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
rows = np.random.RandomState(1).rand(6, 2)
images = np.random.RandomState(2).rand(6, 2, 2, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(4):
        cost, _ = sess.run([loss, train], {x: rows, image: images, training: True})
        print("%.8f" % cost, "%.8f" % sess.run(loss, {x: rows, image: images, training: False}))
    print(sess.run(h, {x: rows[:2], training: False}))
