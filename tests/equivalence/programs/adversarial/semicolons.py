import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, []); y = x * 2; n = 5
sess = tf.Session(); print(sess.run(y, {x: 1.0})); print(n)
