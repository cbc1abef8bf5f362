import numpy as np
import tensorflow as tf

log = []
def note(v):
    log.append(v)
    return v
x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
z = x + y
with tf.Session() as sess:
    r = [sess.run(z, {y: note(1.0), x: note(2.0)}), note(3.0), sess.run(z, {x: note(4.0), y: note(5.0)})]
    print(r, log)
