import numpy as np
import tensorflow as tf

images = tf.placeholder(tf.float32, [None, 4, 4, 1])
# first block
conv1 = tf.layers.conv2d(images, 2, 3, padding="same", activation=tf.nn.relu,
                         kernel_initializer=tf.ones_initializer())
pool1 = tf.layers.max_pooling2d(conv1, 2, 2)
flat = tf.layers.flatten(pool1)
scores = tf.layers.dense(flat, 3, kernel_initializer=tf.ones_initializer())

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(scores, {images: np.ones([2, 4, 4, 1])}))
