import numpy as np
import tensorflow as tf

a = tf.get_variable('a', initializer=tf.constant([1.0, 2.0]))
b = tf.get_variable('b', shape=(2,), initializer=tf.constant_initializer([3.0, 4.0]))
c = tf.get_variable(name='c', shape=[2], dtype=tf.float32, initializer=tf.zeros_initializer)
d = tf.get_variable('d', [2], initializer=tf.constant_initializer(2, dtype=tf.float32))
e = tf.get_variable('e', [], tf.int32, tf.zeros_initializer())
f = tf.get_variable('f', [2, 2], initializer=tf.initializers.identity())
x = tf.placeholder(tf.float32, [])
y = x * (a + b + c + d) + tf.cast(e, tf.float32)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 1.0}), sess.run([e, f]))
