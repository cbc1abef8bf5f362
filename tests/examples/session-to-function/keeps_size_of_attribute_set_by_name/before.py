import argparse

import tensorflow as tf

parser = argparse.ArgumentParser()
parser.add_argument("--inputs", type=int, default=4)
args = parser.parse_args()
x = tf.placeholder(tf.float32, [None, args.inputs])
for name, value in {"inputs": 6}.items():
    setattr(args, name, value)
w = tf.Variable(tf.zeros([int(x.get_shape()[1]), 2]))
y = tf.matmul(x, w)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0, 3.0, 4.0]]}))
