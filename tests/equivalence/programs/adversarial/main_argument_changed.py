import numpy as np
import tensorflow as tf

def main(scale):
    x = tf.placeholder(tf.float32, [])
    y = x * scale
    scale = 100.0
    with tf.Session() as sess:
        print(sess.run(y, {x: 1.0}), scale)
main(2.0)
