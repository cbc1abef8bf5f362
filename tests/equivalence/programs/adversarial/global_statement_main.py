import numpy as np
import tensorflow as tf

scale = 1.0
def main():
    global scale
    x = tf.placeholder(tf.float32, [])
    y = x * scale
    scale = 4.0
    with tf.Session() as sess:
        print(sess.run(y, {x: 1.0}))
main()
print(scale)
