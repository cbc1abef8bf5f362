import numpy as np
import tensorflow as tf

batches = [[1.0, 2.0], [3.0], [4.0, 5.0]]
x = tf.placeholder(tf.float32, [None])
loss = tf.reduce_mean(tf.square(x))

with tf.Session() as sess:
    print("mean of %d batches: %.3f" % (len(batches), np.mean([sess.run(loss, {x: batch}) for batch in batches])))
