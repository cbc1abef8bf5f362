import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    for v in ['a', 1.0]:
        try:
            print(sess.run(y, {x: v}))
        except (ValueError, TypeError):
            print('no')
        finally:
            print('end')
