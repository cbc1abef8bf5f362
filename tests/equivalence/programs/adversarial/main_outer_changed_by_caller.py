import numpy as np
import tensorflow as tf

k = 2.0
def main():
    x = tf.placeholder(tf.float32, [])
    y = x * k
    change()
    with tf.Session() as sess:
        print(sess.run(y, {x: 1.0}))
def change():
    global k
    k = 11.0
main()
