import numpy as np
import tensorflow as tf

def main():
    x = tf.placeholder(tf.float32, [])
    y = x * 2
    sess = tf.Session()
    def f(v):
        return sess.run(y, {x: v})
    print(f(1.0))
    print(f(2.0))
main()
