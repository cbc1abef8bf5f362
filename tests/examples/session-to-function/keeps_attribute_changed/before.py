import argparse
import tensorflow as tf

args = argparse.Namespace(scale=2.0)
x = tf.placeholder(tf.float32, [])
y = x * args.scale
args.scale = 3.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
