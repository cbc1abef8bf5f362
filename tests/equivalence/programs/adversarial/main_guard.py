import numpy as np
import tensorflow as tf

FLAG = 3.0
def build(t):
    return t * FLAG
def main():
    x = tf.placeholder(tf.float32, [None])
    y = build(x)
    with tf.Session() as sess:
        print(sess.run(y, feed_dict={x: [1.0, 2.0]}))
if __name__ == '__main__':
    main()
