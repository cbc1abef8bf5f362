import numpy as np
import tensorflow as tf

def main(ks):
    x = tf.placeholder(tf.float32, [])
    y = x * ks[0]
    ks[0] = 100.0
    with tf.Session() as sess:
        print(sess.run(y, {x: 1.0}))
main([3.0])
