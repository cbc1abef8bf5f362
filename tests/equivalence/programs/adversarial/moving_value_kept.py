import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
old = tf.Variable(0.0)
save = old.assign(w)
up = w.assign(w * 3)
diff = w - old
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        sess.run(save)
        sess.run(up)
        print(sess.run(diff))
