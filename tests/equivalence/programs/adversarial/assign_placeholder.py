import numpy as np
import tensorflow as tf

a = tf.Variable(np.zeros(2, np.float32))
p = tf.placeholder(tf.float32, [2])
put = a.assign(p)
add = tf.assign_add(a, p * 2)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(put, feed_dict={p: [1, 2]})
    sess.run([add], feed_dict={p: np.array([1.0, 2.0])})
    print(sess.run(a))
