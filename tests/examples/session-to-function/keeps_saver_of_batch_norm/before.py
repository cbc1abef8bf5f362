import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
h = tf.contrib.layers.batch_norm(x, is_training=False)
d = tf.layers.dense(h, 2)
saver = tf.train.Saver()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    saver.save(sess, "model/trained")
    print(sess.run(d, {x: np.ones([2, 3])}))
