# written on another system
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
# the sum
total = tf.reduce_sum(
    x)

with tf.Session() as sess:
    text = """two
lines"""
    print(text, sess.run(total, {x: [1.0, 2.0]}))
