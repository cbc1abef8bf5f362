import numpy as np
import tensorflow as tf

y = 10
def main():
    x = tf.placeholder(tf.float32, [])
    y = x * 2
    z = y + 1
    with tf.Session() as sess:
        print(sess.run([y, z], {x: 1.0}))
main()
print(y)
