import sys
import tensorflow as tf
x = tf.placeholder(tf.float32, [])
y = x * 2
sess = tf.Session()
r = sess.run(y, {x: 1.0})
print(r)
if r > 1:
    sess.close()
    sys.exit(0)
print('not reached')
