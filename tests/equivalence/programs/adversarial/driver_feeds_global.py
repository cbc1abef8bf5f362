import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
sess = tf.Session()
value = 1.0
def run():
    global value
    value = sess.run(y, {x: value})
run()
run()
print(value)
