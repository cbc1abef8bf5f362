import numpy as np
import tensorflow as tf

def main(_):
    x = tf.placeholder(tf.float32, [None])
    y = x * 2
    with tf.Session() as sess:
        print(sess.run(y, feed_dict={x: [1.0, 2.0]}))
if __name__ == '__main__':
    main(None)
