import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
terms = [x * k for k in range(1, 4)]
loss = sum(terms)
mean = tf.add_n(terms) / len(terms)
with tf.Session() as sess:
    print(sess.run([loss, mean], {x: 1.0}))
    print(sess.run(terms, {x: 1.0}))
