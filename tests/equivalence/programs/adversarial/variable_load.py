import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    w.load(5.0, sess)
    print(w.eval())
