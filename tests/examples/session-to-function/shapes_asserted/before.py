import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])


def layer(inputs, size, name):
    assert len(inputs.get_shape()) == 2, "rows only"
    with tf.variable_scope(name):
        w = tf.get_variable("w", [4, size], initializer=tf.ones_initializer())
        return tf.matmul(inputs, w)


hidden = layer(x, 4, "hidden")
assert hidden.get_shape().as_list() == [None, 4]  # rows of four
assert hidden.shape.ndims == 2
score = layer(tf.nn.relu(hidden), 1, "score")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(score, {x: np.ones((2, 4))}))
    print(sess.run(hidden, {x: np.ones((2, 4))}))
