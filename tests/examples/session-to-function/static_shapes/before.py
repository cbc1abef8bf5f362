import numpy as np
import tensorflow as tf

data = np.random.RandomState(0).rand(6, 8, 8, 1).astype(np.float32)
batch = 6


def conv2d(input_, output_dim, k=3, stddev=0.02, name="conv2d"):
    with tf.variable_scope(name):
        w = tf.get_variable("w", [k, k, input_.get_shape()[-1], output_dim],
                            initializer=tf.truncated_normal_initializer(stddev=stddev, seed=1))
        conv = tf.nn.conv2d(input_, w, strides=[1, 2, 2, 1], padding="SAME")
        biases = tf.get_variable("biases", [output_dim], initializer=tf.constant_initializer(0.0))
        return tf.nn.bias_add(conv, biases)


def linear(input_, output_size, scope):
    shape = input_.get_shape().as_list()
    with tf.variable_scope(scope):
        matrix = tf.get_variable("Matrix", [shape[1], output_size], tf.float32,
                                 tf.random_normal_initializer(stddev=0.02, seed=2))
        bias = tf.get_variable("bias", [output_size], initializer=tf.constant_initializer(0.1))
        return tf.matmul(input_, matrix) + bias


x = tf.placeholder(tf.float32, [None, data.shape[1], 8, 1])
h0 = tf.nn.relu(conv2d(x, 4, name="c0"))
h1 = tf.nn.relu(conv2d(h0, 6, name="c1"))
flat = tf.reshape(h1, [-1, 2 * 2 * 6])
out = linear(flat, 3, "lin")
width = int(flat.shape[1])
w2 = tf.Variable(tf.ones([int(out.get_shape()[1]) * 2 // 2, 5]), name="w2")
final = tf.matmul(out, w2)
dense = tf.layers.dense(final, final.get_shape().as_list()[-1] + 2, kernel_initializer=tf.ones_initializer())
loss = tf.reduce_mean(tf.square(dense))
train = tf.train.GradientDescentOptimizer(1.0 / width).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        _, c = sess.run([train, loss], {x: data})
        print(c)
    print(width, final.get_shape().as_list(), sess.run(final, {x: data[:2]}))
