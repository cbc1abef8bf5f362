import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
v = tf.Variable([2.0])
x = tf.placeholder(tf.float32, [])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run({'w': w, 'v': v})['v'], sess.run([w, {'v': [v]}])[1]['v'][0])
    r = sess.run({'w': w, 'y': w * x, 'c': tf.constant(3)}, {x: 2.0})
    print(r['w'], r['y'], r['c'])
